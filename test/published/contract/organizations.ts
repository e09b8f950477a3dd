import { area, listing, notListing } from './entry';
import type { World } from './world';

const { entries, entry } = area('organizations');
export const ORGANIZATION_ENTRIES = entries;

const of = (world: World) => ({ params: { path: { orgId: world.orgId } } });
const invite = (world: World) => ({
  params: { path: { id: world.id('invite') } },
  body: { token: world.id('inviteToken') },
});
const GRACE = 'grace@example.com';

entry({
  id: 'createOrganization',
  call: ({ person }) =>
    person.POST('/v1/organizations', { body: { name: 'Refunds team', slug: 'refunds' } }),
  keep: (world, { data }) => {
    world.keep('organization', data.id);
  },
  readBack: {
    call: ({ person }) => person.GET('/v1/organizations'),
    finds: listing({ name: 'Refunds team', slug: 'refunds' }),
  },
});
entry({
  id: 'listOrganizations',
  call: ({ person }) => person.GET('/v1/organizations'),
  answers: listing({ name: 'Payments team' }, { name: 'Refunds team' }),
});
entry({
  id: 'getOrganization',
  call: (world) => world.owner.GET('/v1/organizations/{orgId}', of(world)),
  answers: { name: 'Payments team' },
});
entry({
  id: 'updateOrganization',
  call: (world) =>
    world.owner.PATCH('/v1/organizations/{orgId}', {
      ...of(world),
      body: { description: 'Pays suppliers.' },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/organizations/{orgId}', of(world)),
    finds: { description: 'Pays suppliers.' },
  },
});
entry({
  id: 'getPublicOrganization',
  call: (world) => world.anybody.GET('/v1/organizations/{orgId}/public', of(world)),
  answers: { name: 'Payments team', description: 'Pays suppliers.' },
});
entry({
  id: 'deleteOrganization',
  call: (world) =>
    world.person.DELETE('/v1/organizations/{orgId}', {
      params: {
        path: { orgId: world.id('organization') },
        header: { 'X-Org-ID': world.id('organization') },
      },
    }),
  readBack: {
    call: ({ person }) => person.GET('/v1/organizations'),
    finds: notListing({ name: 'Refunds team' }),
  },
});

entry({
  id: 'createOrgInvite',
  given: async (world) => {
    world.keep('grace', await world.somebody(GRACE));
  },
  call: (world) =>
    world.owner.POST('/v1/orgs/{orgId}/invites', {
      ...of(world),
      body: { email: GRACE, role: 'developer', expiresInDays: 7 },
    }),
  keep: (world, { data }) => {
    world.keep('invite', data.id);
    world.keep('inviteToken', data.token);
  },
  readBack: {
    call: (world) => world.owner.GET('/v1/orgs/{orgId}/invites', of(world)),
    finds: (world) => listing({ id: world.id('invite'), inviteeEmail: GRACE, role: 'developer' }),
  },
});
entry({
  id: 'listOrgInvites',
  call: (world) => world.owner.GET('/v1/orgs/{orgId}/invites', of(world)),
  answers: listing({ inviteeEmail: GRACE, status: 'pending' }),
});
entry({
  id: 'listMyInvites',
  given: async (world) => {
    // Only who has proved the address may see by it what it is invited to.
    await world.verify(GRACE);
  },
  call: (world) => world.as(world.id('grace')).GET('/v1/invites'),
  answers: listing({ inviteeEmail: GRACE, organizationName: 'Payments team' }),
});
entry({
  id: 'acceptInvite',
  call: (world) => world.as(world.id('grace')).POST('/v1/invites/{id}/accept', invite(world)),
  answers: { role: 'developer' },
  readBack: {
    call: (world) => world.owner.GET('/v1/orgs/{orgId}/members', of(world)),
    finds: listing({ userEmail: GRACE, role: 'developer' }),
  },
});
entry({
  id: 'declineInvite',
  given: async (world) => {
    world.keep('alan', await world.somebody('alan@example.com'));
    await world.invite('alan@example.com');
  },
  call: (world) => world.as(world.id('alan')).POST('/v1/invites/{id}/decline', invite(world)),
  readBack: {
    call: (world) => world.owner.GET('/v1/orgs/{orgId}/invites', of(world)),
    finds: (world) => notListing({ id: world.id('invite') }),
  },
});
entry({
  id: 'cancelOrgInvite',
  given: (world) => world.invite('kurt@example.com'),
  call: (world) =>
    world.owner.DELETE('/v1/orgs/{orgId}/invites/{id}', {
      params: { path: { orgId: world.orgId, id: world.id('invite') } },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/orgs/{orgId}/invites', of(world)),
    finds: (world) => notListing({ id: world.id('invite') }),
  },
});
entry({
  id: 'listOrgMembers',
  call: (world) => world.owner.GET('/v1/orgs/{orgId}/members', of(world)),
  answers: listing({ userEmail: 'owner@example.com', role: 'owner' }, { userEmail: GRACE }),
});
entry({
  id: 'updateOrgMember',
  call: (world) =>
    world.owner.PATCH('/v1/orgs/{orgId}/members/{userId}', {
      params: { path: { orgId: world.orgId, userId: world.id(GRACE) } },
      body: { role: 'owner' },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/orgs/{orgId}/members', of(world)),
    finds: listing({ userEmail: GRACE, role: 'owner' }),
  },
});
entry({
  id: 'leaveOrganization',
  call: (world) =>
    world.as(world.id('grace'), world.orgId).POST('/v1/orgs/{orgId}/leave', of(world)),
  readBack: {
    call: (world) => world.owner.GET('/v1/orgs/{orgId}/members', of(world)),
    finds: notListing({ userEmail: GRACE }),
  },
});
entry({
  id: 'removeOrgMember',
  given: async (world) => {
    await world.invite(GRACE);
    await world.as(world.id('grace')).POST('/v1/invites/{id}/accept', invite(world));
  },
  call: (world) =>
    world.owner.DELETE('/v1/orgs/{orgId}/members/{userId}', {
      params: { path: { orgId: world.orgId, userId: world.id(GRACE) } },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/orgs/{orgId}/members', of(world)),
    finds: notListing({ userEmail: GRACE }),
  },
});

entry({
  id: 'createOrgRestriction',
  call: (world) =>
    world.owner.POST('/v1/orgs/{orgId}/restrictions', {
      ...of(world),
      body: { type: 'disabled_action', actionType: 'send-webhook', reason: 'Not reviewed yet.' },
    }),
  keep: (world, { data }) => {
    world.keep('restriction', data.id);
  },
  readBack: {
    call: (world) => world.owner.GET('/v1/orgs/{orgId}/restrictions', of(world)),
    finds: listing({ type: 'disabled_action', actionType: 'send-webhook' }),
  },
});
entry({
  id: 'listOrgRestrictions',
  call: (world) => world.owner.GET('/v1/orgs/{orgId}/restrictions', of(world)),
  answers: listing({ reason: 'Not reviewed yet.' }),
});
entry({
  id: 'deleteOrgRestriction',
  call: (world) =>
    world.owner.DELETE('/v1/orgs/{orgId}/restrictions/{id}', {
      params: { path: { orgId: world.orgId, id: world.id('restriction') } },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/orgs/{orgId}/restrictions', of(world)),
    finds: notListing({ actionType: 'send-webhook' }),
  },
});

entry({
  id: 'getOrgWebhookSecret',
  call: (world) => world.owner.GET('/organizations/{orgId}/webhook-secret', of(world)),
  keep: (world, { data }) => {
    world.keep('webhookSecret', data.secret);
  },
});
entry({
  id: 'rotateOrgWebhookSecret',
  call: (world) => world.owner.POST('/organizations/{orgId}/webhook-secret/rotate', of(world)),
  keep: (world, { data }) => {
    world.keep('rotatedSecret', data.secret);
  },
  readBack: {
    call: (world) => world.owner.GET('/organizations/{orgId}/webhook-secret', of(world)),
    finds: (world) => ({ secret: world.id('rotatedSecret') }),
  },
});

entry({
  id: 'listAuditLog',
  call: (world) => world.owner.GET('/v1/orgs/{orgId}/audit-log', of(world)),
  answers: listing({ operation: 'rotateOrgWebhookSecret', outcome: 'done' }),
});
entry({
  id: 'adminListAuditLog',
  call: ({ admin }) => admin.GET('/v1/admin/audit-log', { params: { query: { limit: 5 } } }),
  answers: { limit: 5 },
});
