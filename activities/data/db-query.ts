import type { NodeSpec } from '../../definition/catalog';
import type { Json, JsonObject } from '../../definition/json';
import type { Action } from '../action';
import type { OutboundContext } from '../context';
import { MAX_SQL_LENGTH } from './check-sql';
import { MAX_PARAMS } from './organization-databases';

const spec: NodeSpec = {
  type: 'db-query',
  title: 'Query database',
  description: [
    'Carries out one SQL statement in the database of the organization. Values go into `params`, each for a',
    '`?` of the statement. However often the node is tried, the statement takes effect once.',
  ].join(' '),
  category: 'Utility',
  tags: ['database', 'sql', 'storage'],
  execution: 'activity',
  payloadSchema: {
    type: 'object',
    required: ['sql'],
    additionalProperties: false,
    properties: {
      sql: {
        type: 'string',
        minLength: 1,
        maxLength: MAX_SQL_LENGTH,
        title: 'SQL',
        description: 'One statement of SQLite, without expressions.',
      },
      params: {
        type: 'array',
        maxItems: MAX_PARAMS,
        title: 'Parameters',
        description: 'Values of the `?`, in order. Objects and lists become JSON text.',
      },
    },
  },
  resultSchema: {
    type: 'object',
    required: ['rows', 'rowsAffected', 'lastRowId'],
    properties: {
      rows: {
        type: 'array',
        items: { type: 'object', additionalProperties: true },
        description: 'At most 1,000. Whole numbers that a number does not hold exactly are text.',
      },
      rowsAffected: { type: 'integer' },
      lastRowId: { description: 'Of the last row that was inserted, else null.' },
    },
  },
  connector: { type: 'db', required: false },
  behaviour: { sideEffects: true, idempotent: true, attemptTimeoutMs: 30_000 },
  example: {
    payload: {
      sql: 'SELECT count(*) AS open FROM orders WHERE customer = ?',
      params: ['{{$trigger.body.customer}}'],
    },
    result: { rows: [{ open: 3 }], rowsAffected: 0, lastRowId: null },
  },
};

export const dbQuery: Action = {
  spec,

  async run(payload: JsonObject, context: OutboundContext): Promise<Json> {
    const { sql, params = [] } = payload as unknown as { sql: string; params?: Json[] };
    const { organizationId, idempotencyKey: once, signal } = context;
    return { ...(await context.databases.query({ organizationId, sql, params, once, signal })) };
  },
};
