import { AuthSettings } from '../../src/auth/auth-settings';
import { OrganizationInvite, Run } from '../../src/database/entities';
import { join, ownerOfNew, PASSWORD, somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open') });
});
afterAll(() => api.close());

const DEFINITION = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };

describe('organizations', () => {
  it('are made, read, changed and listed', async () => {
    const owner = await somebody(api);
    const slug = `team-${owner.userId.slice(-6).toLowerCase()}`;
    const body = { name: 'Team', slug, description: 'd', photo: 'https://example.com/a.png' };
    const made = await owner.call('POST', '/v1/organizations', body);
    expect(made.body.data).toMatchObject({ ...body, createdBy: owner.userId });
    const path = `/v1/organizations/${made.body.data.id as string}`;
    const changed = await owner.call('PATCH', path, { name: 'Renamed', photo: null });
    expect(changed.body.data).toMatchObject({ name: 'Renamed', slug, description: 'd' });
    expect(changed.body.data).not.toHaveProperty('photo');
    expect((await owner.call('GET', path)).body.data).toEqual(changed.body.data);
    const page = await owner.call('GET', '/v1/organizations');
    expect(page.body.data.items).toEqual([changed.body.data]);
  });

  it('have slugs of their own', async () => {
    const { call, organizationId } = await ownerOfNew(api);
    const { slug } = (await call('GET', `/v1/organizations/${organizationId}`)).body.data;
    expect(slug).toMatch(/^payments-team-[0-9a-f]{8}$/);
    const other = await ownerOfNew(api);
    const path = `/v1/organizations/${other.organizationId}`;
    expect((await other.call('PATCH', path, { slug })).body.code).toBe(409011);
    const create = await other.call('POST', '/v1/organizations', { name: 'x', slug });
    expect(create.body.code).toBe(409011);
  });

  it('show everybody what is public, and nothing else', async () => {
    const { organizationId } = await ownerOfNew(api);
    const path = `/v1/organizations/${organizationId}/public`;
    const { body } = await api.call('GET', path, undefined, '');
    expect(Object.keys(body.data).sort()).toEqual(['id', 'name', 'slug']);
    const unknown = await api.call('GET', '/v1/organizations/org_x/public', undefined, '');
    expect(unknown.body.code).toBe(404030);
  });

  it('tell a key whose it is', async () => {
    const { body } = await api.call('GET', '/v1/organizations');
    expect(body.data).toMatchObject({ items: [{ id: api.organizationId }], hasMore: false });
  });

  it('let nobody in once they are deleted', async () => {
    const { call, organizationId } = await ownerOfNew(api);
    const at = (method: string, path: string, body?: unknown): Promise<Answer> =>
      call(method, path, body, organizationId);
    const key = (await at('POST', '/v1/api-keys', { name: 'k' })).body.data.key as string;
    const workflow = { name: 'w', definition: DEFINITION };
    const { id } = (await at('POST', '/v1/workflows', workflow)).body.data;
    const path = `/v1/organizations/${organizationId}`;
    const run = await at('POST', `/v1/workflows/${id as string}/run`);
    expect((await call('DELETE', path)).body.code).toBe(409017);
    await api.dataSource.manager.update(Run, { id: run.body.data.runId }, { ended: true });
    expect((await call('DELETE', path)).status).toBe(200);
    expect((await call('GET', path)).body.code).toBe(404030);
    expect((await at('GET', '/v1/workflows')).body.code).toBe(403004);
    expect((await api.call('GET', '/v1/workflows', undefined, key)).body.code).toBe(401001);
    expect((await api.call('GET', `${path}/public`, undefined, '')).status).toBe(404);
    expect((await call('GET', '/v1/organizations')).body.data.items).toEqual([]);
  });

  it.each([
    [{}, 'name'],
    [{ name: '\t' }, 'name'],
    [{ name: 'x', slug: 'Not A Slug' }, 'slug'],
    [{ name: 'x', slug: '-x' }, 'slug'],
    [{ name: 'x', photo: 'javascript:alert(1)' }, 'photo'],
    [{ name: 'x', tier: 'gold' }, 'tier'],
  ])('refuse %j', async (body, field) => {
    const { call } = await somebody(api);
    const answer = await call('POST', '/v1/organizations', body);
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field }] } });
  });
});

describe('members', () => {
  it('are owners or developers, and developers leave people and limits alone', async () => {
    const owner = await ownerOfNew(api);
    const developer = await join(api, owner);
    const { organizationId: org } = owner;
    const members = await developer.call('GET', `/v1/orgs/${org}/members`);
    expect(members.body.data.items).toMatchObject([
      { userId: owner.userId, role: 'owner', organizationId: org },
      { userId: developer.userId, role: 'developer', userEmail: developer.email },
    ]);
    const refused: [string, string, unknown, string][] = [
      ['PATCH', `/v1/organizations/${org}`, { name: 'x' }, 'org:update'],
      ['DELETE', `/v1/organizations/${org}`, undefined, 'org:delete'],
      ['POST', `/v1/orgs/${org}/invites`, { email: 'a@example.com' }, 'member:invite'],
      ['DELETE', `/v1/orgs/${org}/members/${owner.userId}`, undefined, 'member:remove'],
    ];
    for (const [method, path, body, permission] of refused) {
      const answer = await developer.call(method, path, body);
      expect(answer.body).toMatchObject({ code: 403002, details: [{ permission }] });
    }
    const workflow = { name: 'w', definition: DEFINITION };
    const made = await developer.call('POST', '/v1/workflows', workflow, org);
    const publish = `/v1/workflows/${made.body.data.id as string}/publish`;
    expect((await developer.call('POST', publish, {}, org)).status).toBe(200);
  });

  it('change their role at once', async () => {
    const owner = await ownerOfNew(api);
    const { userId, call } = await join(api, owner);
    const path = `/v1/orgs/${owner.organizationId}/members/${userId}`;
    const changed = await owner.call('PATCH', path, { role: 'owner' });
    expect(changed.body.data).toMatchObject({ userId, role: 'owner' });
    const update = await call('PATCH', `/v1/organizations/${owner.organizationId}`, { name: 'y' });
    expect(update.status).toBe(200);
    const wrong = await owner.call('PATCH', path, { role: 'admin' });
    expect(wrong).toMatchObject({ status: 400, body: { details: [{ field: 'role' }] } });
  });

  it('always leave an owner, even when two go at once', async () => {
    const owner = await ownerOfNew(api);
    const { organizationId: org } = owner;
    const other = await join(api, owner, 'owner');
    const answers = await Promise.all([
      owner.call('POST', `/v1/orgs/${org}/leave`),
      other.call('POST', `/v1/orgs/${org}/leave`),
    ]);
    expect(answers.map(({ body }) => body.code as number).sort()).toEqual([0, 409013]);
  });

  it('keep the last owner', async () => {
    const { call, userId, organizationId: org } = await ownerOfNew(api);
    const path = `/v1/orgs/${org}/members/${userId}`;
    expect((await call('DELETE', path)).body.code).toBe(409013);
    expect((await call('PATCH', path, { role: 'developer' })).body.code).toBe(409013);
  });

  it('take their keys along, and their live workflows pause', async () => {
    const owner = await ownerOfNew(api);
    const { organizationId: org } = owner;
    const developer = await join(api, owner);
    const workflow = { name: 'w', definition: DEFINITION };
    const made = await developer.call('POST', '/v1/workflows', workflow, org);
    const path = `/v1/workflows/${made.body.data.id as string}`;
    await developer.call('POST', `${path}/publish`, {}, org);
    const key = await developer.call('POST', '/v1/api-keys', { name: 'k' }, org);
    const gone = await owner.call('DELETE', `/v1/orgs/${org}/members/${developer.userId}`);
    expect(gone.status).toBe(200);
    expect((await developer.call('GET', '/v1/workflows', undefined, org)).body.code).toBe(403004);
    const withKey = await api.call('GET', '/v1/workflows', undefined, key.body.data.key);
    expect(withKey.body.code).toBe(401003);
    const left = await owner.call('GET', path, undefined, org);
    expect(left.body.data).toMatchObject({ status: 'paused', pausedReason: 'member_removed' });
    const again = await owner.call('DELETE', `/v1/orgs/${org}/members/${developer.userId}`);
    expect(again.body.code).toBe(404031);
  });
});

describe('invites', () => {
  it('open the service to the address they name', async () => {
    const closed = await startApi();
    try {
      const email = 'Ada@Example.com';
      const account = { email, password: PASSWORD };
      const signUp = (body: object): Promise<Answer> => closed.call('POST', '/v1/users', body, '');
      expect((await signUp(account)).body.code).toBe(403010);
      const path = `/v1/orgs/${closed.organizationId}/invites`;
      const invite = await closed.call('POST', path, { email, role: 'owner' });
      const { id, token: inviteToken } = invite.body.data;
      expect(invite.body.data).toMatchObject({ inviteeEmail: 'ada@example.com', role: 'owner' });
      const wrong = await signUp({ ...account, email: 'eve@example.com', inviteToken });
      expect(wrong.body.code).toBe(404032);
      const { token } = (await signUp({ ...account, inviteToken })).body.data;
      const mine = await closed.call('GET', '/v1/invites', undefined, token);
      expect(mine.body.data.items).toMatchObject([{ id, organizationName: 'Default' }]);
      expect(JSON.stringify(mine.body)).not.toContain(inviteToken);
      const accepted = await closed.call('POST', `/v1/invites/${id}/accept`, undefined, token);
      expect(accepted.body.data).toMatchObject({ role: 'owner', userEmail: 'ada@example.com' });
      expect((await closed.call('GET', path)).body.data.items).toEqual([]);
    } finally {
      await closed.close();
    }
  });

  it('are answered once', async () => {
    const owner = await ownerOfNew(api);
    const person = await somebody(api);
    const path = `/v1/orgs/${owner.organizationId}/invites`;
    const { id, token } = (await owner.call('POST', path, { email: person.email })).body.data;
    const answer = (verb: string): Promise<Answer> =>
      person.call('POST', `/v1/invites/${id}/${verb}`, { token });
    expect((await answer('decline')).status).toBe(200);
    expect((await answer('accept')).body.code).toBe(409014);
    expect((await owner.call('DELETE', `${path}/${id}`)).body.code).toBe(409014);
    const again = await owner.call('POST', path, { email: person.email });
    expect(again.status).toBe(200);
  });

  it('are nothing to who only claims the address', async () => {
    const owner = await ownerOfNew(api);
    const person = await somebody(api);
    const path = `/v1/orgs/${owner.organizationId}/invites`;
    const { id } = (await owner.call('POST', path, { email: person.email })).body.data;
    expect((await person.call('GET', '/v1/invites')).body.data.items).toEqual([]);
    for (const body of [{}, { token: 'b3iv_x' }]) {
      const answer = await person.call('POST', `/v1/invites/${id}/accept`, body);
      expect(answer.body.code).toBe(404032);
    }
  });

  it('are one per address, and none for members', async () => {
    const owner = await ownerOfNew(api);
    const path = `/v1/orgs/${owner.organizationId}/invites`;
    const invite = (): Promise<Answer> => owner.call('POST', path, { email: 'b@example.com' });
    const answers = await Promise.all([invite(), invite()]);
    expect(answers.map(({ body }) => body.code as number).sort()).toEqual([0, 409016]);
    const member = await join(api, owner);
    expect((await owner.call('POST', path, { email: member.email })).body.code).toBe(409015);
  });

  it('end when they are taken back and when their time is over', async () => {
    const owner = await ownerOfNew(api);
    const person = await somebody(api);
    const path = `/v1/orgs/${owner.organizationId}/invites`;
    const create = (): Promise<Answer> => owner.call('POST', path, { email: person.email });
    const accept = ({ body }: Answer): Promise<Answer> =>
      person.call('POST', `/v1/invites/${body.data.id as string}/accept`, {
        token: body.data.token as string,
      });
    const back = await create();
    expect((await owner.call('DELETE', `${path}/${back.body.data.id as string}`)).status).toBe(200);
    expect((await accept(back)).body.code).toBe(409014);
    const late = await create();
    const { id } = late.body.data as { id: string };
    await api.dataSource.manager.update(OrganizationInvite, { id }, { expiresAt: new Date() });
    expect((await owner.call('GET', path)).body.data.items).toEqual([]);
    expect((await accept(late)).body.code).toBe(409014);
    expect((await create()).status).toBe(200);
  });

  it('give no more than the inviter has', async () => {
    const permissions = ['member:invite', 'org:read'];
    const made = await api.call('POST', '/v1/service-accounts', { name: 'inviter', permissions });
    const body = { name: 'k', serviceAccountId: made.body.data.id as string };
    const key = (await api.call('POST', '/v1/api-keys', body)).body.data.key as string;
    const path = `/v1/orgs/${api.organizationId}/invites`;
    const answer = await api.call('POST', path, { email: 'c@example.com' }, key);
    expect(answer.body.code).toBe(403006);
  });
});

describe('another organization', () => {
  it('is as if it were not there', async () => {
    const owner = await ownerOfNew(api);
    const stranger = await ownerOfNew(api);
    const shapes = [...['/v1/organizations/ORG', '/v1/orgs/ORG/members', '/v1/orgs/ORG/invites']];
    for (const shape of shapes) {
      const foreign = await stranger.call('GET', shape.replace('ORG', owner.organizationId));
      const unknown = await stranger.call('GET', shape.replace('ORG', 'org_x'));
      expect(foreign.body.code).toBe(404030);
      expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
      const byKey = await api.call('GET', shape.replace('ORG', owner.organizationId));
      expect(byKey.body.code).toBe(404030);
    }
  });
});
