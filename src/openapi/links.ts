import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsIn } from './document-operations';

/** What can be called next, with what: its parameters by name, as expressions over request and answer. */
interface Next {
  operation: string;
  parameters: Readonly<Record<string, string>>;
}

const data = (field: string): string => `$response.body#/data/${field}`;
/** The parameter of the request's own path. */
const same = (name: string): string => `$request.path.${name}`;

/** Links that take the same parameters. */
const links = (parameters: Next['parameters'], ...operations: string[]): Next[] =>
  operations.map((operation) => ({ operation, parameters }));
const byId = (...operations: string[]): Next[] => links({ id: data('id') }, ...operations);

const OF_WORKFLOW = byId(
  ...['getWorkflow', 'updateWorkflow', 'publishWorkflow', 'runWorkflow', 'archiveWorkflow'],
);
const OF_RUN = links({ id: data('runId') }, 'getRun', 'cancelRun', 'streamRun');
const OF_ACCOUNT = byId('getServiceAccount', 'updateServiceAccount', 'deleteServiceAccount');
const OF_TEMPLATE = links(
  { templateId: data('id') },
  ...['getTemplate', 'updateTemplate', 'listTemplateVersions', 'deleteTemplate'],
);
const OF_DOCUMENT = links(
  { orgId: same('orgId'), id: data('id') },
  ...['getKnowledge', 'updateKnowledge', 'deleteKnowledge'],
);
const OF_VARIABLE = links(
  { id: same('id'), name: same('name') },
  ...['setWorkflowVariable', 'resetWorkflowVariable'],
  ...['listVariableHistory', 'deleteWorkflowVariable'],
);
const OF_RELEASE = [
  ...links({ id: same('id'), releaseVersion: data('releaseVersion') }, 'revertToRelease'),
  ...links({ id: same('id') }, 'listReleases', 'getLive'),
];

/** By the operation that answers the id. */
const LINKS: Readonly<Record<string, readonly Next[]>> = {
  createWorkflow: OF_WORKFLOW,
  updateWorkflow: OF_WORKFLOW,
  publishWorkflow: OF_WORKFLOW,
  releaseWorkflow: OF_RELEASE,
  revertToRelease: OF_RELEASE,
  revertToVersion: OF_RELEASE,
  runWorkflow: OF_RUN,
  createEphemeralRun: OF_RUN,
  retryRun: OF_RUN,
  cancelRun: links({ id: data('runId') }, 'getRun', 'retryRun'),
  createApiKey: byId('getApiKey', 'revokeApiKey'),
  createServiceAccount: OF_ACCOUNT,
  createTemplate: OF_TEMPLATE,
  updateTemplate: OF_TEMPLATE,
  upsertWorkflowVariable: OF_VARIABLE,
  setWorkflowVariable: OF_VARIABLE,
  createKnowledge: OF_DOCUMENT,
  updateKnowledge: OF_DOCUMENT,
  createOrgInvite: [
    ...links({ orgId: same('orgId'), id: data('id') }, 'cancelOrgInvite'),
    ...byId('acceptInvite', 'declineInvite'),
  ],
  createOrgRestriction: links({ orgId: same('orgId'), id: data('id') }, 'deleteOrgRestriction'),
};

/** Says in each answer what its ids are good for, so that tools can follow: create, publish, run, cancel. */
export function addLinks(document: OpenAPIObject): void {
  for (const { operation } of operationsIn(document)) {
    const { operationId, responses } = operation;
    const done = responses['200'];
    if (done === undefined || !Object.hasOwn(LINKS, operationId)) continue;
    const next = LINKS[operationId] ?? [];
    done.links = Object.fromEntries(
      next.map(({ operation: to, parameters }) => [to, { operationId: to, parameters }]),
    );
  }
}
