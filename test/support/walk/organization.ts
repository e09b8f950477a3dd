import type { TestApi } from '../../api/start-api';
import { join, type Somebody } from '../people';
import { BODIES } from './requests';

const DEFINITION = { nodes: { root: { type: 'manual', payload: {}, children: [] } } };
/** Makes the service keep a secret. */
const CALLING = {
  nodes: {
    root: { type: 'manual', payload: {}, children: ['call'] },
    call: {
      type: 'http-request',
      payload: { url: 'https://example.com', headers: { authorization: 'Bearer hidden' } },
      children: [],
    },
  },
};

export type Owner = Somebody & { organizationId: string };

/** One record of each kind, by the place in paths that names it, and what else may be named of an organization. */
export async function fillOrganization(
  api: TestApi,
  owner: Owner,
  txHash: string,
): Promise<Map<string, string>> {
  const { organizationId } = owner;
  const ask = async (method: string, path: string, body?: object): Promise<Data> => {
    const answer = await owner.call(method, path, body, organizationId);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return (answer.body as { data?: Data }).data ?? {};
  };
  const make = async (path: string, body: object = {}): Promise<string> => {
    const { id, runId, tagId } = await ask('POST', path, body);
    return id ?? runId ?? tagId ?? '';
  };
  const member = await join(api, owner);
  const workflow = await make('/v1/workflows', { name: 'secret', definition: DEFINITION });
  await ask('PUT', `/v1/workflows/${workflow}/variables/counter`, BODIES.upsertWorkflowVariable);
  await ask('POST', `/v1/workflows/${workflow}/publish`);
  await ask('PUT', `/v1/workflows/${workflow}`, { definition: { ...DEFINITION, inputSchema: [] } });
  await make('/v1/workflows', { name: 'secret too', definition: CALLING });
  const run = await make(`/v1/workflows/${workflow}/run`, { payload: { txHash } });
  await make(`/v1/workflows/${workflow}/run`);
  const template = await make('/v1/templates', BODIES.createTemplate);
  const invite = await ask('POST', `/v1/orgs/${organizationId}/invites`, {
    email: 'a@example.com',
  });
  const shop = await execution(api, ask);
  const rows: { id: string }[] = await api.dataSource.query(
    'SELECT id FROM secrets WHERE organization_id = $1 LIMIT 1',
    [organizationId],
  );
  return new Map(
    Object.entries({
      'organizations/{orgId}': organizationId,
      'orgs/{orgId}': organizationId,
      'members/{userId}': member.userId,
      'invites/{id}': invite.id ?? '',
      'restrictions/{id}': await make(`/v1/orgs/${organizationId}/restrictions`, {
        ...{ type: 'disabled_action', actionType: 'send-webhook' },
      }),
      'api-keys/{id}': await make('/v1/api-keys', { name: 'k' }),
      'service-accounts/{id}': await make('/v1/service-accounts', BODIES.createServiceAccount),
      'workflows/{id}': workflow,
      'similar/{type}/{id}': workflow,
      'knowledge/{id}': await make(`/v1/organizations/${organizationId}/knowledge`, {
        ...{ title: 'secret', content: '' },
      }),
      'blocks/{id}': await make('/v1/blocks', BODIES.createBlock),
      'templates/{id}': template,
      'templates/{templateId}': template,
      'by-source-workflow/{workflowId}': workflow,
      'runs/{id}': run,
      'interests/{tagId}': await make('/v1/user/interests', {
        value: `secret ${organizationId.slice(-6)}`,
      }),
      'by-tx/{txHash}': txHash,
      'executions/{id}': shop.execution?.id ?? '',
      'the token of an execution': shop.clientToken ?? '',
      'a secret': rows[0]?.id ?? '',
      'the token of an invite': invite.token ?? '',
    }),
  );
}

interface Data {
  id?: string;
  runId?: string;
  tagId?: string;
  token?: string;
  execution?: { id: string };
  clientToken?: string;
}

/** One of a workflow that was public. */
async function execution(
  api: TestApi,
  ask: (method: string, path: string, body?: object) => Promise<Data>,
): Promise<Data> {
  const made = await ask('POST', '/v1/workflows', { name: 'secret shop', definition: DEFINITION });
  const path = `/v1/workflows/${made.id ?? ''}`;
  await ask('POST', `${path}/publish`);
  await ask('PUT', `${path}/visibility`, { visibility: 'public_execute' });
  const shop = `/v1/public/workflows/${made.id ?? ''}/executions`;
  const { body } = await api.call('POST', shop, BODIES.createPublicExecution, '');
  await ask('PUT', `${path}/visibility`, { visibility: 'org' });
  return (body as { data: Data }).data;
}
