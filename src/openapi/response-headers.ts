import type { OpenAPIObject } from '@nestjs/swagger';
import { type Access, OPERATIONS } from '../auth/operations';
import { REPLAYED_HEADER } from '../idempotency/idempotency.interceptor';
import { type DocumentAnswer, type DocumentOperation, operationsIn } from './document-operations';
import { IDEMPOTENCY_HEADER } from '../idempotency/repeatable';

const INTEGER = { type: 'integer', minimum: 0 };

const HEADERS: Readonly<Record<string, object>> = {
  'X-Request-Id': {
    description: 'Id of the request: the one that came with it, or a new one.',
    schema: { type: 'string' },
  },
  'RateLimit-Policy': {
    description:
      'Requests and the seconds that they are for, as `600;w=60`. Absent without a limit.',
    schema: { type: 'string' },
  },
  'RateLimit-Limit': { description: 'Requests that are allowed a minute.', schema: INTEGER },
  'RateLimit-Remaining': { description: 'How many are left of them.', schema: INTEGER },
  'RateLimit-Reset': { description: 'Seconds until there are all again.', schema: INTEGER },
  'Retry-After': { description: 'Seconds to wait before the next try.', schema: INTEGER },
  [REPLAYED_HEADER]: {
    description: `\`true\`: the answer of an earlier request with this \`${IDEMPOTENCY_HEADER}\`.`,
    schema: { type: 'string', const: 'true' },
  },
};

const RATE_LIMIT = Object.keys(HEADERS).filter((name) => name.startsWith('RateLimit-'));

/** Says which headers answers have. They are described once, and named where they come. */
export function addResponseHeaders(document: OpenAPIObject): void {
  document.components = { ...document.components, headers: { ...HEADERS } };
  for (const { operation } of operationsIn(document)) {
    const { responses } = operation;
    for (const [status, answer] of Object.entries(responses)) {
      for (const name of headersOf(operation, status)) add(answer, name);
    }
  }
}

function headersOf(operation: DocumentOperation, status: string): string[] {
  const isDone = status.startsWith('2');
  const isLimited = isLimitedOperation(operation.operationId);
  return [
    'X-Request-Id',
    ...(isLimited && (isDone || status === '429') ? RATE_LIMIT : []),
    ...(status === '429' ? ['Retry-After'] : []),
    ...(isDone && takesKey(operation) ? [REPLAYED_HEADER] : []),
  ];
}

/** Requests are counted for who asks. */
function isLimitedOperation(id: string): boolean {
  const table: Readonly<Record<string, Access>> = OPERATIONS;
  return Object.hasOwn(table, id) && table[id]?.kind !== 'public';
}

const takesKey = ({ parameters = [] }: DocumentOperation): boolean =>
  parameters.some(({ name }) => name === IDEMPOTENCY_HEADER);

function add(answer: DocumentAnswer, name: string): void {
  answer.headers = { ...answer.headers, [name]: { $ref: `#/components/headers/${name}` } };
}
