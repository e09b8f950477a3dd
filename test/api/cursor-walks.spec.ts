import { AuthSettings } from '../../src/auth/auth-settings';
import {
  OrganizationInvite,
  OrganizationRestriction,
  VariableWrite,
} from '../../src/database/entities';
import { newId } from '../../src/database/ids';
import { publishedOperations, readDocument } from '../published/published-document';
import { event } from '../support/record';
import { join, ownerOfNew, somebody, type Somebody } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

const admins = new Set<string>();
let api: TestApi;
let owner: Somebody & { organizationId: string };
let workflowId: string;
let runId: string;
let templateId: string;
let blockId: string;
let count = 0;

beforeAll(async () => {
  api = await startApi(new AbsentEngine(), {
    auth: new AuthSettings('open', 3_600_000, undefined, admins),
  });
  owner = await ownerOfNew(api);
  workflowId = await newWorkflow();
  await act('POST', `/v1/workflows/${workflowId}/publish`, {});
  await act('PUT', `/v1/workflows/${workflowId}/variables/total`, {
    type: 'number',
    lifetime: 'persist',
  });
  await act('PUT', `/v1/workflows/${workflowId}/visibility`, { visibility: 'public_view' });
  runId = await newRun();
  templateId = await newTemplate('org');
  blockId = (await newBlock()).id as string;
}, 60_000);
afterAll(() => api.close());

/** As the owner, who has done it. */
async function act(method: string, path: string, body?: unknown): Promise<Answer['body']> {
  const answer = await owner.call(method, path, body, owner.organizationId);
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body.data;
}

const definition = (): object => ({
  nodes: { root: { type: 'manual', payload: {}, children: [], description: `edit ${count++}` } },
});
const add = (path: string, body: object) => () => act('POST', path, body);

async function newWorkflow(): Promise<string> {
  const body = { name: `workflow ${count++ % 7}`, definition: definition() };
  return (await act('POST', '/v1/workflows', body)).id as string;
}

async function newRun(): Promise<string> {
  return (await act('POST', `/v1/workflows/${workflowId}/run`, {})).runId as string;
}

/** A publish and an edit make a version each. */
async function newVersion(): Promise<void> {
  await act('POST', `/v1/workflows/${workflowId}/publish`);
  await act('PUT', `/v1/workflows/${workflowId}`, { definition: definition() });
}

async function newTemplate(visibility: 'org' | 'public'): Promise<string> {
  const body = {
    name: 'Report',
    description: 'x',
    tags: ['reports'],
    visibility,
    definition: definition(),
  };
  return (await act('POST', '/v1/templates', body)).id as string;
}

const blockOf = (message: string): object => ({
  inputSchema: [{ key: 'name', type: 'string', required: true }],
  nodes: { say: { type: 'log', payload: { message }, children: [] } },
  outputSchema: [{ key: 'text', type: 'string', sourceNode: 'say', sourceField: 'message' }],
});

const newBlock = (): Promise<Answer['body']> =>
  act('POST', '/v1/blocks', { name: 'Greeting', definition: blockOf('{{$inputs.name}}') });

async function newInviteOf(userId: string): Promise<void> {
  const id = newId('inv');
  await api.dataSource.manager.insert(OrganizationInvite, {
    ...{ organizationId: owner.organizationId, id, email: `${id}@example.com`, role: 'developer' },
    ...{ tokenHash: Buffer.from(id), invitedBy: owner.userId, inviteeUserId: userId },
    expiresAt: new Date(Date.now() + 3_600_000),
  });
}

async function newRestriction(): Promise<void> {
  await api.dataSource.manager.insert(OrganizationRestriction, {
    ...{ organizationId: owner.organizationId, id: newId('rst'), type: 'disabled_action' },
    ...{ actionType: `action-${count++}`, createdBy: owner.userId },
  });
}

async function newWriteOfRun(): Promise<void> {
  await api.dataSource.manager.query(
    `INSERT INTO ${api.dataSource.getMetadata(VariableWrite).tableName}
       (organization_id, workflow_id, name, op, scope, new_value, run_id, path, written_at)
     VALUES ($1, $2, 'total', 'set', 'workflow', '1', $3, $4, now())`,
    [owner.organizationId, workflowId, runId, `set[${count++}]`],
  );
}

/** As a worker writes it. */
async function newLogLine(): Promise<void> {
  const path = `loop[${count++}]/say`;
  const data = { path, nodeId: 'say', nodeType: 'log', at: Date.now(), result: { message: 'x' } };
  await api.record.flush({
    run: { organizationId: owner.organizationId, runId, workflowId },
    carried: { events: [event(path, 'node_completed', 'success', data)], acks: [] },
  });
}

interface Read {
  items: Record<string, unknown>[];
  hasMore: boolean;
  offset: number;
  nextCursor: string | null;
}

interface Walk {
  operation: string;
  path: () => string;
  add: () => Promise<unknown>;
  /** What tells a row from others; its id unless said otherwise. */
  key?: string;
  call?: (path: string) => Promise<Answer>;
}

const withKey = (path: string): Promise<Answer> => api.call('GET', path);
const inOrganization = (path: string) => `/v1/orgs/${owner.organizationId}${path}`;
const ofOrganization = (path: string) => `/v1/organizations/${owner.organizationId}${path}`;
const ofWorkflow = (path: string) => () => `/v1/workflows/${workflowId}${path}`;
const ofRun = (path: string) => () => `/v1/runs/${runId}${path}`;
const email = (): object => ({ email: `someone-${count++}@example.com` });

const WALKS: readonly Walk[] = [
  ...['', '?sort=createdAt:desc', '?sort=name:asc', '?sort=runs:desc'].map((sort) => ({
    ...{ operation: 'listWorkflows', path: () => `/v1/workflows${sort}`, add: newWorkflow },
  })),
  { operation: 'listRuns', path: () => '/v1/runs', add: newRun },
  { operation: 'listWorkflowRuns', path: ofWorkflow('/runs'), add: newRun },
  {
    ...{ operation: 'listWorkflowVersions', path: ofWorkflow('/versions'), add: newVersion },
    key: 'version',
  },
  {
    operation: 'listReleases',
    path: ofWorkflow('/releases'),
    add: () => act('POST', `/v1/workflows/${workflowId}/release`, {}),
    key: 'releaseVersion',
  },
  {
    operation: 'listPublicWorkflowRuns',
    path: () => `/v1/public/workflows/${workflowId}/runs`,
    add: newRun,
  },
  {
    operation: 'listVariableHistory',
    path: ofWorkflow('/variables/total/history'),
    add: () => act('POST', `/v1/workflows/${workflowId}/variables/total/value`, { value: 1 }),
  },
  { operation: 'listRunVariableWrites', path: ofRun('/variable-writes'), add: newWriteOfRun },
  { operation: 'listRunLogs', path: ofRun('/logs?level=info'), add: newLogLine, key: 'path' },
  { operation: 'listCuRuns', path: () => ofOrganization('/cu/runs'), add: newRun, key: 'runId' },
  {
    operation: 'listApiKeys',
    path: () => '/v1/api-keys',
    add: add('/v1/api-keys', { name: 'key' }),
  },
  {
    operation: 'listApiRequestAudits',
    path: () => '/v1/api-keys/requests',
    add: () => withKey('/v1/tags'),
    call: withKey,
  },
  {
    operation: 'listServiceAccounts',
    path: () => '/v1/service-accounts',
    add: () =>
      act('POST', '/v1/service-accounts', {
        name: `robot ${count++}`,
        permissions: ['workflow:read'],
      }),
  },
  {
    operation: 'listAuditLog',
    path: () => inOrganization('/audit-log'),
    add: () => act('PATCH', ofOrganization(''), { name: `team ${count++}` }),
  },
  {
    operation: 'adminListAuditLog',
    path: () => '/v1/admin/audit-log',
    // Whoever signs up is in no organization.
    add: () => somebody(api),
  },
  {
    operation: 'listOrganizations',
    path: () => '/v1/organizations',
    add: add('/v1/organizations', { name: 'Another' }),
  },
  {
    operation: 'listOrgMembers',
    path: () => inOrganization('/members'),
    add: () => join(api, owner),
    key: 'userId',
  },
  {
    operation: 'listOrgInvites',
    path: () => inOrganization('/invites'),
    add: () => act('POST', inOrganization('/invites'), email()),
  },
  {
    operation: 'listMyInvites',
    path: () => '/v1/invites',
    add: () => newInviteOf(owner.userId),
  },
  {
    operation: 'listOrgRestrictions',
    path: () => inOrganization('/restrictions'),
    add: newRestriction,
  },
  { operation: 'listTemplates', path: () => '/v1/templates', add: () => newTemplate('org') },
  {
    operation: 'listOrgPublicTemplates',
    path: () => ofOrganization('/templates/public'),
    add: () => newTemplate('public'),
  },
  {
    operation: 'listTemplateVersions',
    path: () => `/v1/templates/${templateId}/versions`,
    add: () => act('PATCH', `/v1/templates/${templateId}`, { definition: definition() }),
    key: 'version',
  },
  { operation: 'listBlocks', path: () => '/v1/blocks', add: newBlock },
  {
    operation: 'listBlockVersions',
    path: () => `/v1/blocks/${blockId}/versions`,
    add: () =>
      act('PATCH', `/v1/blocks/${blockId}`, {
        definition: blockOf(`edit ${count++} {{$inputs.name}}`),
      }),
    key: 'version',
  },
  ...['', '?q=refund'].map((words) => ({
    operation: 'listKnowledge',
    path: () => ofOrganization(`/knowledge${words}`),
    add: () => {
      const title = `${'refund '.repeat(1 + (count++ % 3))}policy`;
      return act('POST', ofOrganization('/knowledge'), { title, content: 'x' });
    },
  })),
  {
    operation: 'listUserInterests',
    path: () => '/v1/user/interests',
    add: () => act('POST', '/v1/user/interests', { value: `subject ${count++}` }),
    key: 'tagId',
  },
];

const asOwner = (path: string) => owner.call('GET', path, undefined, owner.organizationId);

async function read(walk: Walk, limit: number, cursor?: string | null): Promise<Read> {
  const path = walk.path();
  const place = `limit=${limit}${typeof cursor === 'string' ? `&cursor=${cursor}` : ''}`;
  const url = `${path}${path.includes('?') ? '&' : '?'}${place}`;
  const answer = await (walk.call ?? asOwner)(url);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.data as Read;
}

const keysOf = ({ key = 'id' }: Walk, { items }: Read): string[] =>
  items.map((item) => {
    expect(item).toHaveProperty(key);
    return String(item[key]);
  });

describe('a walk through a list by cursor', () => {
  beforeAll(() => {
    admins.clear();
  });

  it('is tried through every list that takes one', () => {
    const tried = new Set(WALKS.map(({ operation }) => operation));
    const all = publishedOperations(readDocument()).filter(({ responses }) =>
      JSON.stringify(responses).includes('nextCursor'),
    );
    expect(all.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });

  it.each(WALKS.map((walk, index) => [`${walk.operation} (${index})`, walk] as const))(
    'loses and repeats nothing while rows are added: %s',
    async (_, walk) => {
      if (walk.operation === 'adminListAuditLog') admins.add(owner.userId);
      for (let made = 0; made < 13; made++) await walk.add();
      const before = keysOf(walk, await read(walk, 13));
      expect(before).toHaveLength(13);
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        // As many are added while it is read as half a page holds.
        await Promise.all([walk.add(), walk.add(), walk.add()]);
        const page = await read(walk, 6, cursor);
        expect({ offset: page.offset, more: page.hasMore }).toEqual({
          ...{ offset: 0, more: page.nextCursor !== null },
        });
        seen.push(...keysOf(walk, page));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(new Set(seen).size).toBe(seen.length);
      expect(before.filter((key) => !seen.includes(key))).toEqual([]);
      admins.clear();
    },
    30_000,
  );
});
