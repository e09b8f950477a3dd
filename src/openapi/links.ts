import type { OpenAPIObject } from '@nestjs/swagger';

/** What can be called next with an id of an answer: operation, its path parameter, place of the id in `data`. */
interface Next {
  operation: string;
  parameter: string;
  field: string;
}

const workflow = (operation: string): Next => ({ operation, parameter: 'id', field: 'id' });
const run = (operation: string): Next => ({ operation, parameter: 'id', field: 'runId' });

const OF_WORKFLOW = ['getWorkflow', 'publishWorkflow', 'runWorkflow', 'archiveWorkflow'].map(
  workflow,
);
const OF_RUN = ['getRun', 'cancelRun', 'streamRun'].map(run);

/** By the operation that answers the id. */
const LINKS: Readonly<Record<string, readonly Next[]>> = {
  createWorkflow: OF_WORKFLOW,
  updateWorkflow: OF_WORKFLOW,
  publishWorkflow: OF_WORKFLOW,
  runWorkflow: OF_RUN,
  createEphemeralRun: OF_RUN,
  retryRun: OF_RUN,
  createApiKey: ['getApiKey', 'revokeApiKey'].map(workflow),
  createServiceAccount: ['getServiceAccount', 'updateServiceAccount', 'deleteServiceAccount'].map(
    workflow,
  ),
};

/** Says in each answer what its ids are good for, so that tools can follow: create, publish, run, cancel. */
export function addLinks(document: OpenAPIObject): void {
  const operations = Object.values(document.paths).flatMap(
    (path) => Object.values(path) as unknown[],
  );
  for (const operation of operations as { operationId?: string; responses?: Responses }[]) {
    const { operationId = '', responses } = operation;
    const done = responses?.['200'] ?? responses?.['201'];
    if (done === undefined || !Object.hasOwn(LINKS, operationId)) continue;
    const links = LINKS[operationId] ?? [];
    done.links = Object.fromEntries(links.map((next) => [next.operation, linkTo(next)]));
  }
}

type Responses = Record<string, { links?: Record<string, object> } | undefined>;

const linkTo = ({ operation, parameter, field }: Next): object => ({
  operationId: operation,
  parameters: { [parameter]: `$response.body#/data/${field}` },
});
