import type { OpenAPIObject } from '@nestjs/swagger';
import { type DocumentParameter, operationsIn } from './document-operations';

interface Text {
  description: string;
  example: string | number;
}

const ID = '0VbXkD2mQ8sTzLr5HwYc1u';
const of = (prefix: string, description: string): Text => ({
  description,
  example: `${prefix}_${ID}`,
});

const ORGANIZATION = of('org', 'Id of the organization.');
const WORKFLOW = of('wf', 'Id of the workflow.');
const TEMPLATE = of('tmpl', 'Id of the template.');
const VERSION: Text = { description: 'Number of the version: 1, 2, 3 ...', example: 1 };
const SEARCHED: Text = { description: 'What it is similar to.', example: 'workflow' };

/** Parameters of paths by the segment that they come after. */
const IN_PATHS: Readonly<Record<string, Text>> = {
  'organizations/{orgId}': ORGANIZATION,
  'orgs/{orgId}': ORGANIZATION,
  'members/{userId}': of('usr', 'Id of the user.'),
  'invites/{id}': of('inv', 'Id of the invite.'),
  'restrictions/{id}': of('rst', 'Id of the restriction.'),
  'knowledge/{id}': of('doc', 'Id of the document.'),
  'tables/{tableName}': { description: 'Name of the table.', example: 'notes' },
  'api-keys/{id}': of('key', 'Id of the API key, not the key itself.'),
  'service-accounts/{id}': of('sa', 'Id of the service account.'),
  'interests/{tagId}': of('tag', 'Id of the tag of the interest.'),
  'workflows/{id}': WORKFLOW,
  'by-source-workflow/{workflowId}': WORKFLOW,
  'versions/{versionNumber}': VERSION,
  'releases/{releaseVersion}': { description: 'Number of the release: 1, 2, 3 ...', example: 1 },
  'variables/{name}': { description: 'Name of the variable.', example: 'counter' },
  'blocks/{id}': of('blk', 'Id of the block.'),
  'templates/{id}': TEMPLATE,
  'templates/{templateId}': TEMPLATE,
  'runs/{id}': of('run', 'Id of the run.'),
  'nodes/{nodeId}': {
    description: 'Id of the node, or its address in a loop, such as `each[3]/approve`.',
    example: 'approve',
  },
  'by-tx/{txHash}': { description: 'Hash of the transaction.', example: `0x${'4f'.repeat(32)}` },
  'executions/{id}': of('exe', 'Id of the execution.'),
  'actions/{type}': { description: 'Type of the action.', example: 'http-request' },
  'action/{id}': { description: 'Type of the action.', example: 'http-request' },
  'triggers/{type}': { description: 'Type of the trigger.', example: 'manual' },
  'statistics/{type}': { description: 'What kind of node it is.', example: 'action' },
  'similar/{type}': SEARCHED,
  'action-proxy/{type}': { description: 'Type of the action.', example: 'http-request' },
  'connector-types/{type}': { description: 'Type of the connector.', example: 'slack' },
  'connectors/{id}': of('conn', 'Id of the connector.'),
  'deliveries/{id}': of('dlv', 'Id of the delivery.'),
  'execution-webhooks/{id}': of('hook', 'Id of the hook.'),
  'wallets/{walletId}': of('wal', 'Id of the wallet.'),
  'webhook-events/{eventId}': of('evt', 'Id of the event.'),
  'x402-endpoints/{id}': of('x402', 'Id of the endpoint.'),
};

/** Further ones, after a parameter instead of a name. */
const AFTER_PARAMETERS: Readonly<Record<string, Text>> = {
  '/v1/search/similar/{type}/{id} id': of('wf', 'Id of what it is similar to; a type for nodes.'),
  '/v1/statistics/{type}/{id}/usage id': {
    description: 'Type of the action or trigger.',
    example: 'http-request',
  },
};

/** Says what the parameters of paths are, which the routes only name. */
export function addParameterTexts(document: OpenAPIObject): void {
  for (const { path, operation } of operationsIn(document)) {
    for (const parameter of operation.parameters ?? []) {
      if (parameter.in === 'path') describe(parameter, path);
    }
  }
}

function describe(parameter: DocumentParameter, path: string): void {
  const { name } = parameter;
  const [place = ''] = new RegExp(`[\\w-]+/\\{${name}\\}`).exec(path) ?? [];
  const text = AFTER_PARAMETERS[`${path} ${name}`] ?? IN_PATHS[place];
  if (text === undefined) throw new Error(`${path}: say in parameter-texts.ts what ${name} is.`);
  parameter.description ??= text.description;
  parameter.example ??= text.example;
  if (Object.keys(parameter.schema).length === 0) parameter.schema.type = 'string';
}
