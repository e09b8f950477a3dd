import { type Parameter, takesIds } from './parameters';

/** Ids in queries and bodies by the name of what takes them: which record of the other organization is sent. */
const RECORDS: Readonly<Record<string, string>> = {
  actorId: 'members/{userId}',
  apiKeyId: 'api-keys/{id}',
  ids: 'workflows/{id}',
  organizationId: 'organizations/{orgId}',
  ownerUserId: 'members/{userId}',
  resourceId: 'workflows/{id}',
  runId: 'runs/{id}',
  serviceAccountId: 'service-accounts/{id}',
  sourceWorkflowId: 'workflows/{id}',
  templateId: 'templates/{id}',
  workflowId: 'workflows/{id}',
  workflowIds: 'workflows/{id}',
};

/** They name nothing that belongs to an organization. */
const PLAIN_FIELDS: Readonly<Record<string, string>> = {
  lastEventId: 'the number of an event of the run in the path',
  nodeId: 'a node of the run in the path',
  nodeIds: 'nodes of the run in the path',
  parentNodeId: 'a node of the run in the path',
  questionId: 'the same for everybody',
  sourceEntityId: 'a name of the client for something of its own',
  triggerNodeId: 'a node of the workflow in the path',
  triggerNodeIds: 'nodes of the definition that is sent',
};

/** Fields that are answered otherwise when their id is taken, and why that can't be helped. */
export const TAKEN: Readonly<Record<string, string>> = {
  createEphemeralRun:
    'A run id is the id of a workflow in Temporal, so it is one for all organizations: 400079.',
  runWorkflow:
    'A run id is the id of a workflow in Temporal, so it is one for all organizations: 400079.',
};

export interface FieldCase extends Parameter {
  /** What is sent. */
  record: string;
}

/** The fields of an operation that take ids; throws for one of which nobody has said what it takes. */
export function fieldCasesOf(operationId: string, parameters: readonly Parameter[]): FieldCase[] {
  const seen = new Set<string>();
  return parameters.filter(takesIds).flatMap((parameter) => {
    const { name } = parameter;
    if (Object.hasOwn(PLAIN_FIELDS, name) || seen.has(name)) return [];
    seen.add(name);
    const record = Object.hasOwn(RECORDS, name) ? RECORDS[name] : undefined;
    if (record !== undefined) return [{ ...parameter, record }];
    throw new Error(`${operationId}: say in field-cases.ts what ${name} takes.`);
  });
}
