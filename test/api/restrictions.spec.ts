import pg from 'pg';
import { AuthSettings } from '../../src/auth/auth-settings';
import { until } from '../chaos/until';
import { join, ownerOfNew, type Somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
let owner: Somebody & { organizationId: string };
beforeAll(async () => {
  api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open') });
});
beforeEach(async () => {
  owner = await ownerOfNew(api);
});
afterAll(() => api.close());

const DEFINITION = {
  nodes: {
    root: { type: 'manual', payload: {}, children: ['call'] },
    call: {
      type: 'http-request',
      payload: { url: 'https://example.com', method: 'GET' },
      children: [],
    },
  },
};

const at = (path: string, body?: unknown, person: Somebody = owner): Promise<Answer> =>
  person.call('POST', path, body, owner.organizationId);
const read = (path: string): Promise<Answer> =>
  owner.call('GET', path, undefined, owner.organizationId);
const restrictions = (): string => `/v1/orgs/${owner.organizationId}/restrictions`;

async function workflow(person: Somebody = owner): Promise<string> {
  const made = await at('/v1/workflows', { name: 'w', definition: DEFINITION }, person);
  return `/v1/workflows/${made.body.data.id as string}`;
}

const disable = { type: 'disabled_action', actionType: 'http-request' };
const REFUSAL = {
  status: 403,
  body: { code: 403009, details: [{ nodeId: 'call', actionType: 'http-request' }] },
};

describe('a disabled action', () => {
  it('is neither published nor run, until the restriction is lifted', async () => {
    const path = await workflow();
    const made = await at(restrictions(), { ...disable, reason: 'no calls out' });
    expect(made.body.data).toMatchObject({
      ...{ ...disable, reason: 'no calls out', createdBy: owner.userId },
      organizationId: owner.organizationId,
    });
    expect((await read(restrictions())).body.data.items).toEqual([made.body.data]);
    expect(await at(`${path}/publish`)).toMatchObject(REFUSAL);
    expect(await at(`${path}/run`)).toMatchObject(REFUSAL);
    expect(await at('/v1/runs', { definition: DEFINITION })).toMatchObject(REFUSAL);
    expect(await at('/v1/runs/sync', { definition: DEFINITION })).toMatchObject(REFUSAL);
    expect((await read('/v1/runs')).body.data.items).toEqual([]);
    expect((await read(path)).body.data).toMatchObject({ status: 'draft', hasLiveVersion: false });
    const lift = `${restrictions()}/${made.body.data.id as string}`;
    expect((await owner.call('DELETE', lift)).status).toBe(200);
    expect((await owner.call('DELETE', lift)).body.code).toBe(404035);
    expect((await at(`${path}/publish`)).status).toBe(200);
    expect((await at(`${path}/run`)).status).toBe(200);
  });

  it('pauses what is live, which stays paused until it may go on', async () => {
    const path = await workflow();
    await at(`${path}/publish`);
    const { id } = (await at(restrictions(), disable)).body.data as { id: string };
    const paused = { status: 'paused', pausedReason: 'disabled_action' };
    expect((await read(path)).body.data).toMatchObject(paused);
    expect(await at(`${path}/resume`)).toMatchObject(REFUSAL);
    await owner.call('DELETE', `${restrictions()}/${id}`);
    expect((await read(path)).body.data).toMatchObject(paused);
    expect((await at(`${path}/resume`)).body.data.status).toBe('active');
  });

  it('is no reason of what was archived and came back', async () => {
    const path = await workflow();
    await at(`${path}/publish`);
    await at(restrictions(), disable);
    await owner.call('DELETE', path, undefined, owner.organizationId);
    const archived = (await read(path)).body.data as object;
    expect(archived).toMatchObject({ status: 'archived' });
    expect(archived).not.toHaveProperty('pausedReason');
    const draft = (await at(`${path}/unarchive`)).body.data as object;
    expect(draft).toMatchObject({ status: 'draft' });
    expect(draft).not.toHaveProperty('pausedReason');
  });

  it('leaves other organizations and other actions alone', async () => {
    await at(restrictions(), { ...disable, actionType: 'send-webhook' });
    const path = await workflow();
    expect((await at(`${path}/publish`)).status).toBe(200);
    await at(restrictions(), disable);
    const run = await api.call('POST', '/v1/runs', { definition: DEFINITION });
    expect(run.status).toBe(200);
  });
});

/** Holds what others write back until `meanwhile` is done. */
async function holding<T>(table: string, mode: string, meanwhile: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
  try {
    await client.query(`BEGIN; LOCK TABLE ${table} IN ${mode} MODE`);
    return await meanwhile();
  } finally {
    await client.end();
  }
}

/** Until as many statements wait for a lock. */
const waiting = (count: number): Promise<unknown> =>
  until(`${count} wait`, 10_000, async () => {
    const [row] = await api.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return row !== undefined && row.count >= count;
  });

describe('a restriction that is made', () => {
  it('while a workflow is being published pauses it', async () => {
    const path = await workflow();
    const [published, made] = await holding('workflow_uses', 'ACCESS EXCLUSIVE', async () => {
      const publishing = at(`${path}/publish`);
      await waiting(1);
      const restricting = at(restrictions(), disable);
      await Promise.race([restricting, waiting(2)]);
      return [publishing, restricting];
    });
    expect([(await published).status, (await made).status]).toEqual([200, 200]);
    expect((await read(path)).body.data).toMatchObject({
      ...{ status: 'paused', pausedReason: 'disabled_action' },
    });
  });

  it('while a run is being started keeps it from starting', async () => {
    const path = await workflow();
    const starting = await holding('runs', 'EXCLUSIVE', async () => {
      const answer = at(`${path}/run`);
      await waiting(1);
      expect((await at(restrictions(), disable)).status).toBe(200);
      return [answer];
    });
    expect(await starting[0]).toMatchObject(REFUSAL);
    expect((await read('/v1/runs')).body.data.items).toEqual([]);
  });
});

describe('publishing that is restricted', () => {
  it('is left to owners', async () => {
    const developer = await join(api, owner);
    const key = { name: 'k', scope: 'read-write' };
    const { key: token } = (await at('/v1/api-keys', key, developer)).body.data as { key: string };
    const publisher = { name: 'publisher', permissions: ['workflow:publish'] };
    const account = await at('/v1/service-accounts', publisher);
    const ofMachine = { ...key, serviceAccountId: account.body.data.id as string };
    const keyOf = async (person?: Somebody): Promise<string> =>
      (await at('/v1/api-keys', ofMachine, person)).body.data.key as string;
    const byDeveloper = await keyOf(developer);
    const byOwner = await keyOf();
    await at(restrictions(), { type: 'developer_publish' });
    const path = await workflow(developer);
    expect((await at(`${path}/publish`, {}, developer)).body.code).toBe(403008);
    const withKey = await api.call('POST', `${path}/publish`, {}, token);
    expect(withKey.body.code).toBe(403008);
    const around = { name: 'x', serviceAccountId: account.body.data.id as string };
    expect((await at('/v1/api-keys', around, developer)).body.code).toBe(403006);
    // A key of a machine that a developer made before is no way around it, one of an owner is.
    const withOld = await api.call('POST', `${path}/publish`, {}, byDeveloper);
    expect(withOld.body.code).toBe(403008);
    expect((await api.call('POST', `${path}/publish`, {}, byOwner)).status).toBe(200);
    expect((await at(`${path}/publish`)).status).toBe(200);
  });
});

describe('restrictions', () => {
  it('are made once each', async () => {
    expect((await at(restrictions(), disable)).status).toBe(200);
    expect((await at(restrictions(), disable)).body.code).toBe(409018);
  });

  it('are seen by developers, and made by owners', async () => {
    const developer = await join(api, owner);
    expect((await developer.call('GET', restrictions())).status).toBe(200);
    const answer = await developer.call('POST', restrictions(), disable);
    expect(answer.body).toMatchObject({
      code: 403002,
      details: [{ permission: 'restriction:update' }],
    });
  });

  it.each([
    [{ type: 'no_runs' }, 'type'],
    [{ type: 'disabled_action' }, 'actionType'],
    [{ type: 'disabled_action', actionType: 'no-such-action' }, 'actionType'],
    [{ type: 'disabled_action', actionType: 7 }, 'actionType'],
    [{ type: 'developer_publish', actionType: 'log' }, 'actionType'],
  ])('refuse %j', async (body, field) => {
    expect(await at(restrictions(), body)).toMatchObject({
      status: 400,
      body: { details: [{ field }] },
    });
  });
});
