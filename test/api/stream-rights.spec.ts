import { AuthSettings } from '../../src/auth/auth-settings';
import { StreamSettings } from '../../src/streams/stream-settings';
import { until } from '../chaos/until';
import { join, ownerOfNew, type Somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { startApi, type TestApi } from './start-api';

const MAX_OPEN = 3;
const DEFINITION = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };

let api: TestApi;
let owner: Somebody & { organizationId: string };
let member: Somebody;
let workflowId: string;
let runId: string;
const clients: AbortController[] = [];

beforeAll(async () => {
  const streams = new StreamSettings(MAX_OPEN, { heartbeat: 20, patience: 60_000 });
  api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open'), streams });
});
beforeEach(async () => {
  owner = await ownerOfNew(api);
  member = await join(api, owner);
  const made = await asOwner('POST', '/v1/workflows', { name: 'w', definition: DEFINITION });
  workflowId = made.body.data.id as string;
  await asOwner('POST', `/v1/workflows/${workflowId}/publish`, {});
  const started = await asOwner('POST', `/v1/workflows/${workflowId}/run`, {});
  runId = started.body.data.runId as string;
});
afterEach(() => {
  for (const client of clients.splice(0)) client.abort();
});
afterAll(() => api.close());

const asOwner = (method: string, path: string, body?: unknown) =>
  owner.call(method, path, body, owner.organizationId);

interface Stream {
  status: number;
  /** Resolves when the server has ended it. */
  ended: Promise<string>;
}

async function open(path: string, token?: string): Promise<Stream> {
  const client = new AbortController();
  clients.push(client);
  const response = await fetch(api.url + path, {
    signal: client.signal,
    headers: {
      'x-org-id': owner.organizationId,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
  });
  const ended = response.text();
  ended.catch(() => undefined);
  return { status: response.status, ended };
}

const paths = (): string[] => [
  `/v1/runs/${runId}/stream`,
  `/v1/workflows/${workflowId}/runs/stream`,
  `/v1/workflow-runs/stream?ids=${workflowId}`,
];

/** Opens each stream, takes the right away, and waits until the server has ended them all. */
async function expectEnds(token: string, takeAway: () => Promise<unknown>): Promise<void> {
  const streams = await Promise.all(paths().map((path) => open(path, token)));
  expect(streams.map(({ status }) => status)).toEqual([200, 200, 200]);
  await takeAway();
  await Promise.all(streams.map(({ ended }) => ended));
}

async function keyOf(person: Somebody): Promise<{ id: string; key: string }> {
  const body = { name: 'k', scope: 'read' };
  const made = await person.call('POST', '/v1/api-keys', body, owner.organizationId);
  return made.body.data as { id: string; key: string };
}

describe('a stream ends', () => {
  it('when its key is revoked', async () => {
    const { id, key } = await keyOf(member);
    await expectEnds(key, () => asOwner('DELETE', `/v1/api-keys/${id}`));
  });

  it('when its key expires', async () => {
    const { id, key } = await keyOf(member);
    await expectEnds(key, () =>
      api.dataSource.query('UPDATE api_keys SET expires_at = now() WHERE id = $1', [id]),
    );
  });

  it('when its account is disabled', async () => {
    const permissions = ['run:stream', 'workflow:read'];
    const account = await asOwner('POST', '/v1/service-accounts', { name: 'a', permissions });
    const serviceAccountId = account.body.data.id as string;
    const made = await asOwner('POST', '/v1/api-keys', { name: 'k', serviceAccountId });
    await expectEnds(made.body.data.key as string, () =>
      asOwner('POST', `/v1/service-accounts/${serviceAccountId}/disable`, {}),
    );
  });

  it('when its user signs out', async () => {
    await expectEnds(member.token, () => member.call('DELETE', '/v1/sessions/current'));
  });

  it('when its user is no member any more', async () => {
    const path = `/v1/orgs/${owner.organizationId}/members/${member.userId}`;
    await expectEnds(member.token, () => asOwner('DELETE', path));
  });

  it('when the organization is deleted', async () => {
    const path = `/v1/organizations/${owner.organizationId}`;
    await expectEnds(member.token, async () => {
      // One with runs under way is not deleted.
      await api.dataSource.query(
        "UPDATE runs SET status = 'success', ended = true WHERE organization_id = $1",
        [owner.organizationId],
      );
      expect((await asOwner('DELETE', path)).status).toBe(200);
    });
  });

  it('when the workflow becomes private', async () => {
    const path = `/v1/workflows/${workflowId}/visibility`;
    await expectEnds(member.token, () => asOwner('PUT', path, { visibility: 'private' }));
  });

  it('of an execution when its workflow is not public any more', async () => {
    const path = `/v1/workflows/${workflowId}/visibility`;
    await asOwner('PUT', path, { visibility: 'public_execute' });
    const source = { sourceSystem: 'shop', sourceEntityType: 'order', sourceEntityId: '42' };
    const made = await api.call(
      'POST',
      `/v1/public/workflows/${workflowId}/executions`,
      source,
      '',
    );
    const { execution, clientToken } = made.body.data as {
      execution: { id: string };
      clientToken: string;
    };
    const stream = await open(`/v1/public/executions/${execution.id}/stream?token=${clientToken}`);
    expect(stream.status).toBe(200);
    await asOwner('PUT', path, { visibility: 'org' });
    await stream.ended;
  });
});

describe('streams of an organization', () => {
  it('stay open for who may still see them', async () => {
    const stream = await open(`/v1/runs/${runId}/stream`, owner.token);
    const revoked = await keyOf(member);
    const other = await open(`/v1/runs/${runId}/stream`, revoked.key);
    await asOwner('DELETE', `/v1/api-keys/${revoked.id}`);
    await other.ended;
    const first = await Promise.race([stream.ended.then(() => 'ended'), Promise.resolve('open')]);
    expect(first).toBe('open');
  });

  it('are limited, and free their places', async () => {
    const path = `/v1/runs/${runId}/stream`;
    const streams = [];
    for (let index = 0; index < MAX_OPEN; index++) streams.push(await open(path, owner.token));
    const refused = await asOwner('GET', path);
    expect([refused.status, refused.body.code]).toEqual([429, 429170]);
    expect(refused.headers.get('retry-after')).toBe('15');
    const elsewhere = await ownerOfNew(api);
    clients.push(new AbortController());
    const theirs = await fetch(`${api.url}/v1/runs/run_none/stream`, {
      headers: {
        authorization: `Bearer ${elsewhere.token}`,
        'x-org-id': elsewhere.organizationId,
      },
      signal: clients.at(-1)?.signal ?? null,
    });
    expect(theirs.status).toBe(200);
    clients[0]?.abort();
    await expect(streams[0]?.ended).rejects.toThrow();
    await until('a place is free', 10_000, async () => {
      return (await open(path, owner.token)).status === 200;
    });
  });
});
