import { randomUUID } from 'node:crypto';
import { expectAlike, send, type Sent } from '../support/walk/alike';
import { fillIn, unknownLike } from '../support/walk/places';
import { openStranger, requestOf, type Stranger } from '../support/walk/stranger';

let world: Stranger;
beforeAll(async () => {
  world = await openStranger();
});
afterAll(() => world.api.close());

const foreign = (place: string): string => world.foreign.get(place) ?? '';
const own = (place: string): string | undefined => world.own.get(place);

/** A request of the stranger to one of its own records. */
function ask(operationId: string, more: Partial<Sent> = {}, query = ''): Sent {
  const operation = world.operations.find(({ id }) => id === operationId);
  if (operation === undefined) throw new Error(`There is no ${operationId}.`);
  return requestOf(world, operation, fillIn(operation.path, own) + query, more);
}

describe('what a definition names of another organization', () => {
  const calling = (workflowId: string): object => ({
    root: { type: 'manual', payload: {}, children: ['call'] },
    call: { type: 'trigger-workflow', payload: { workflowId }, children: [] },
  });
  const sealed = (id: string): object => ({
    root: { type: 'manual', payload: {}, children: ['call'] },
    call: {
      type: 'http-request',
      payload: { url: 'https://example.com', headers: { authorization: { $secret: id } } },
      children: [],
    },
  });
  // A synchronous run starts as an ephemeral one does, and would wait here for a worker.
  const TAKING = [
    ...['createWorkflow', 'importWorkflow', 'validateWorkflow', 'updateWorkflow'],
    ...['createTemplate', 'updateTemplate', 'createEphemeralRun'],
  ];

  it.each([
    ['a workflow', 'workflows/{id}', calling],
    ['a secret', 'a secret', sealed],
  ])('is as unknown as what nobody has: %s', async (_, record, nodesOf) => {
    for (const id of TAKING) {
      await expectAlike(id, (of) => {
        const sent = ask(id);
        const definition = { nodes: nodesOf(of(foreign(record))) };
        return { ...sent, body: { ...sent.body, definition } };
      });
    }
  });
});

describe('a place in a list of another organization', () => {
  it.each(['listWorkflows', 'listRuns', 'listWorkflowRuns', 'listWorkflowVersions'])(
    'leads to nothing of it: %s',
    async (id) => {
      const operation = world.operations.find((one) => one.id === id);
      const path = fillIn(operation?.path ?? '', (place) => world.foreign.get(place));
      const { organizationId } = world.owner;
      const page = await world.owner.call('GET', `${path}?limit=1`, undefined, organizationId);
      const cursor = page.body.data.nextCursor as string | undefined;
      if (cursor === undefined) throw new Error(`${id} has one page only.`);
      await expectAlike(id, (of) => ask(id, {}, `?cursor=${changed(cursor, of)}`));
      const { url, headers = {} } = ask(id, {}, `?cursor=${cursor}`);
      const text = await (await fetch(url, { headers })).text();
      expect([...world.foreign.values()].filter((one) => text.includes(one))).toEqual([]);
    },
  );

  /** A cursor with other ids in it. */
  function changed(cursor: string, of: (id: string) => string): string {
    const text = Buffer.from(cursor, 'base64url').toString();
    const other = text.replace(/"(wf|run)_\w+"/g, (id) => `"${of(id.slice(1, -1))}"`);
    return Buffer.from(other).toString('base64url');
  }
});

describe('a place in a stream of another organization', () => {
  it('leads to nothing of it', async () => {
    const { text } = await expectAlike('Last-Event-ID', (of) => {
      const sent = ask('streamManyWorkflowRuns');
      const url = sent.url.replace('wf_x', of(foreign('workflows/{id}')));
      // From the beginning on.
      return { ...sent, url, headers: { ...sent.headers, 'last-event-id': '1:1:/1:1:/0' } };
    });
    expect(text).toBe('');
  });
});

describe('what somebody else was given', () => {
  it('is no key to an answer: Idempotency-Key', async () => {
    const used = randomUUID();
    const asking = (by: object, key: string): Sent => {
      const sent = ask('createWorkflow');
      return { ...sent, headers: { ...sent.headers, ...by, 'idempotency-key': key } };
    };
    const owner = {
      authorization: `Bearer ${world.owner.token}`,
      'x-org-id': world.owner.organizationId,
    };
    const theirs = await send(asking(owner, used));
    expect(theirs.status).toBe(200);
    const mine = await expectAlike('Idempotency-Key', (of) => asking({}, of(used)));
    expect(mine.status).toBe(200);
  });

  it('is no invite to another place: a token', async () => {
    for (const id of ['acceptInvite', 'declineInvite']) {
      const { url } = ask(id);
      const token = world.own.get('the token of an invite') ?? '';
      const mine = world.own.get('invites/{id}') ?? '';
      const seen = await expectAlike(id, (of) => ({
        ...{ ...ask(id), body: { token } },
        url: url.replace(mine, of(foreign('invites/{id}'))),
      }));
      expect(seen.status).toBe(404);
    }
    const password = 'correct horse battery staple';
    await expectAlike('signUp', (of) =>
      ask('signUp', {
        body: {
          ...{ email: 'somebody.else@example.com', password },
          inviteToken: of(foreign('the token of an invite')),
        },
      }),
    );
  });

  it('is not told to belong to anybody: the hash of a transaction', async () => {
    const seen = await expectAlike('attributeTransactions', (of) =>
      ask('attributeTransactions', { body: { txHashes: [of(foreign('by-tx/{txHash}'))] } }),
    );
    expect(seen.status).toBe(200);
  });

  it('is not similar to anything: a template', async () => {
    const seen = await expectAlike('findSimilar', (of) => {
      const { url, ...sent } = ask('findSimilar');
      const path = `/similar/template/${of(foreign('templates/{id}'))}`;
      return { ...sent, url: url.replace(/\/similar\/.*/, path) };
    });
    expect(seen.status).toBe(404);
  });

  it('is shown by no list of what is public: a template of its own', async () => {
    const operation = world.operations.find(({ id }) => id === 'listOrgPublicTemplates');
    const path = fillIn(operation?.path ?? '', foreign);
    const { text } = await send({ method: 'GET', url: world.api.url + path });
    expect(text).toContain('"items":[]');
  });

  it('has an id that nobody else has', () => {
    for (const id of world.foreign.values()) expect(unknownLike(id)).not.toBe(id);
  });
});
