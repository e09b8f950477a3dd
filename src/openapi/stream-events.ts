import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { EVENT_TYPES, type EventType } from '../../definition/progress';
import { operationsIn } from './document-operations';

type Schema = Record<string, unknown>;
type Schemas = Record<string, Schema>;

/** What a run or a node is in after an event of the type. */
const STATUS_AFTER: Readonly<Record<EventType, readonly string[]>> = {
  run_started: ['running'],
  run_waiting: ['waiting'],
  run_resumed: ['running'],
  run_completed: ['success'],
  run_partial: ['partial'],
  run_failed: ['failure'],
  run_cancelled: ['cancelled'],
  node_started: ['running'],
  node_retrying: ['running'],
  node_waiting: ['waiting'],
  node_scheduled: ['scheduled'],
  node_completed: ['success', 'partial'],
  node_failed: ['failure'],
  node_skipped: ['skipped'],
  node_cancelled: ['cancelled'],
};

const TEXT: Schema = { type: 'string' };
const TIME: Schema = { type: 'string', format: 'date-time' };
const ERROR: Schema = {
  type: 'object',
  required: ['code', 'message'],
  properties: { code: TEXT, message: TEXT, nodeId: TEXT, path: TEXT },
  additionalProperties: false,
};
const OF_RUN: Schemas = { runId: TEXT, workflowId: TEXT, at: TIME };
const OF_NODE: Schemas = {
  nodeId: TEXT,
  path: { type: 'string', description: 'Address of the node, such as `loop[3]/approve`.' },
  nodeType: TEXT,
};
/** What may be in any event. */
const MORE: Schemas = {
  error: ERROR,
  wakeAt: { ...TIME, description: 'When the first timer wakes it.' },
  result: { description: 'Of a node, or of the run that ends. Any JSON, up to 8 KB.' },
  resultOmitted: { type: 'boolean', description: 'The result is too large: read the run.' },
};
const NODE_MORE: Schemas = {
  ...MORE,
  attempt: { type: 'integer', minimum: 1 },
  branch: { type: 'string', description: 'The branch taken.' },
  reused: { type: 'boolean', description: 'The success is that of the run that is retried.' },
};

function eventSchema(type: EventType): Schema {
  const isNode = type.startsWith('node_');
  const always = { ...OF_RUN, ...(isNode && OF_NODE) };
  return closed(
    { type: { type: 'string', const: type }, ...always, status: statusOf(STATUS_AFTER[type]) },
    isNode ? NODE_MORE : MORE,
  );
}

/** What the holder of an execution's token sees: nothing of what nodes were given and did. */
const EXECUTION_EVENT: Schema = closed(
  {
    type: { type: 'string', enum: [...EVENT_TYPES] },
    ...{ executionId: TEXT, ...OF_RUN },
    status: TEXT,
  },
  { nodeId: TEXT },
);

function closed(required: Schemas, optional: Schemas): Schema {
  const properties = { ...required, ...optional };
  return {
    ...{ type: 'object', required: Object.keys(required), properties },
    additionalProperties: false,
  };
}

const statusOf = (statuses: readonly string[]): Schema => ({ type: 'string', enum: statuses });

/** `RunStartedEvent` and so on. */
const nameOf = (type: EventType): string =>
  `${type.replace(/(^|_)(\w)/g, (_, _line, letter: string) => letter.toUpperCase())}Event`;

function oneOf(types: readonly EventType[]): Schema {
  const refs = types.map((type) => [type, getSchemaPath(nameOf(type))] as const);
  return {
    oneOf: refs.map(([, $ref]) => ({ $ref })),
    discriminator: { propertyName: 'type', mapping: Object.fromEntries(refs) },
  };
}

/** A frame as OpenAPI 3.2 describes one of `text/event-stream`; its data is JSON on one line. */
function frame(event: string, id: string): Schema {
  const data = { type: 'string', contentMediaType: 'application/json' };
  return closed(
    {
      id: { type: 'string', description: id },
      event: { type: 'string', enum: [...EVENT_TYPES] },
      data: { ...data, contentSchema: { $ref: getSchemaPath(event) } },
    },
    {},
  );
}

const ID = 'Send it back as `Last-Event-ID` to go on after this frame.';

const COMPONENTS: Schemas = {
  ...Object.fromEntries(EVENT_TYPES.map((type) => [nameOf(type), eventSchema(type)])),
  RunEvent: oneOf(EVENT_TYPES),
  WorkflowRunEvent: oneOf(EVENT_TYPES.filter((type) => type.startsWith('run_'))),
  ExecutionEvent: EXECUTION_EVENT,
  RunFrame: frame('RunEvent', `Number of the event: 1, 2, 3 ... ${ID}`),
  WorkflowRunFrame: frame('WorkflowRunEvent', `A place in the feed. ${ID}`),
  ExecutionFrame: frame('ExecutionEvent', `Number of the event. ${ID}`),
};

/** By operation, the frames of its stream. */
const STREAMS: Readonly<Record<string, string>> = {
  streamRun: 'RunFrame',
  streamWorkflowRuns: 'WorkflowRunFrame',
  streamManyWorkflowRuns: 'WorkflowRunFrame',
  streamPublicExecution: 'ExecutionFrame',
};

/**
 * OpenAPI 3.2 says of a stream what one item of it is, by `itemSchema`. The document is 3.1, whose validators
 * refuse a field that they do not know unless it begins with `x-`.
 */
export const ITEM_SCHEMA = 'x-itemSchema';

/** Describes the frames of the streams, one schema for each type of event. */
export function addStreamEvents(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  Object.assign(schemas, COMPONENTS);
  for (const { operation } of operationsIn(document)) {
    const stream = operation.responses['200']?.content?.['text/event-stream'];
    const item = STREAMS[operation.operationId];
    if (stream === undefined || item === undefined) continue;
    Object.assign(stream, { [ITEM_SCHEMA]: { $ref: getSchemaPath(item) } });
  }
}
