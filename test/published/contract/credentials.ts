import { area, listing, notListing } from './entry';
import type { World } from './world';

const { entries, entry } = area('api-keys and service-accounts');
export const CREDENTIAL_ENTRIES = entries;

const key = (world: World) => ({ params: { path: { id: world.id('apiKey') } } });
const account = (world: World) => ({ params: { path: { id: world.id('account') } } });

entry({
  id: 'createApiKey',
  call: ({ owner }) =>
    owner.POST('/v1/api-keys', { body: { name: 'Deployment', scope: 'read-write' } }),
  keep: (world, { data }) => {
    world.keep('apiKey', data.id);
    world.keep('apiKeyText', data.key);
  },
  readBack: {
    call: (world) => world.owner.GET('/v1/api-keys/{id}', key(world)),
    finds: { name: 'Deployment', scope: 'read-write' },
  },
});
entry({
  id: 'listApiKeys',
  call: ({ owner }) => owner.GET('/v1/api-keys'),
  answers: listing({ name: 'Deployment' }),
});
entry({
  id: 'getApiKey',
  call: (world) => world.owner.GET('/v1/api-keys/{id}', key(world)),
  answers: { name: 'Deployment' },
});
entry({
  id: 'listApiRequestAudits',
  given: (world) => world.as(world.id('apiKeyText')).GET('/v1/workflows'),
  call: (world) =>
    world.owner.GET('/v1/api-keys/requests', {
      params: { query: { apiKeyId: world.id('apiKey') } },
    }),
  answers: listing({ method: 'GET', path: '/v1/workflows', statusCode: 200 }),
});
entry({
  id: 'revokeApiKey',
  call: (world) => world.owner.DELETE('/v1/api-keys/{id}', key(world)),
  readBack: {
    call: (world) => world.as(world.id('apiKeyText')).GET('/v1/workflows'),
    status: 401,
  },
});

entry({
  id: 'createServiceAccount',
  call: ({ owner }) =>
    owner.POST('/v1/service-accounts', {
      body: { name: 'Nightly job', permissions: ['workflow:read', 'audit:read'] },
    }),
  keep: (world, { data }) => {
    world.keep('account', data.id);
  },
  readBack: {
    call: (world) => world.owner.GET('/v1/service-accounts/{id}', account(world)),
    finds: { name: 'Nightly job', permissions: ['workflow:read', 'audit:read'] },
  },
});
entry({
  id: 'listServiceAccounts',
  call: ({ owner }) => owner.GET('/v1/service-accounts'),
  answers: listing({ name: 'Nightly job', status: 'active' }),
});
entry({
  id: 'getServiceAccount',
  call: (world) => world.owner.GET('/v1/service-accounts/{id}', account(world)),
  answers: { name: 'Nightly job' },
});
entry({
  id: 'updateServiceAccount',
  call: (world) =>
    world.owner.PATCH('/v1/service-accounts/{id}', {
      ...account(world),
      body: { name: 'Hourly job', permissions: ['workflow:execute'] },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/service-accounts/{id}', account(world)),
    finds: { name: 'Hourly job', permissions: ['workflow:execute'] },
  },
});
entry({
  id: 'disableServiceAccount',
  call: (world) => world.owner.POST('/v1/service-accounts/{id}/disable', account(world)),
  readBack: {
    call: (world) => world.owner.GET('/v1/service-accounts/{id}', account(world)),
    finds: { status: 'disabled' },
  },
});
entry({
  id: 'enableServiceAccount',
  call: (world) => world.owner.POST('/v1/service-accounts/{id}/enable', account(world)),
  readBack: {
    call: (world) => world.owner.GET('/v1/service-accounts/{id}', account(world)),
    finds: { status: 'active' },
  },
});
entry({
  id: 'deleteServiceAccount',
  call: (world) => world.owner.DELETE('/v1/service-accounts/{id}', account(world)),
  readBack: {
    call: ({ owner }) => owner.GET('/v1/service-accounts'),
    finds: notListing({ name: 'Hourly job' }),
  },
});
