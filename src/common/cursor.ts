import { createHash } from 'node:crypto';
import { ApiError } from './errors';
import { isStorableText } from '../../definition/json';

/** What a list is sorted by. All keys of a list together tell its rows apart. */
export interface SortKey {
  /** In the terms of the query: `run.startedAt`, `lower(w.name)`. Never null. */
  expression: string;
  direction: 'ASC' | 'DESC';
  type: 'time' | 'number' | 'text';
}

/** By a time, of equal ones by id. */
export const timeOrder = (
  time: string,
  id: string,
  direction: SortKey['direction'] = 'DESC',
): readonly SortKey[] => [
  { expression: time, direction, type: 'time' },
  { expression: id, direction, type: 'text' },
];

/** The way to the database and back, exact to the microsecond whatever the session's settings. */
export const CASTS: Readonly<
  Record<SortKey['type'], { read: (sql: string) => string; bind: (parameter: string) => string }>
> = {
  time: {
    read: (sql) => `(extract(epoch FROM ${sql}) * 1000000)::bigint::text`,
    bind: (parameter) => `('epoch'::timestamptz + ${parameter}::bigint * interval '1 microsecond')`,
  },
  number: { read: (sql) => `(${sql})::bigint::text`, bind: (parameter) => `${parameter}::bigint` },
  text: { read: (sql) => `(${sql})::text`, bind: (parameter) => `${parameter}::text` },
};

/** A place in a list: the sort keys of its last row, and of which order they are. */
export function writeCursor(keys: readonly SortKey[], values: readonly string[]): string {
  return Buffer.from(JSON.stringify([orderOf(keys), ...values])).toString('base64url');
}

/** Throws 400 for what is no cursor, or one of a list in another order. */
export function readCursor(keys: readonly SortKey[], cursor: string): string[] {
  const parts = parse(cursor);
  const [order, ...values] = parts;
  const fits =
    order === orderOf(keys) &&
    values.length === keys.length &&
    keys.every(({ type }, index) => isValue(type, values[index] ?? ''));
  if (fits) return values;
  const message = 'cursor must be the `nextCursor` of a page of the same list in the same order';
  throw ApiError.fields([{ field: 'cursor', message }]);
}

/** {@link readCursor} of a query; nothing when it has none. Throws 400 for an offset beside it. */
export function readPlace(
  keys: readonly SortKey[],
  { cursor, offset }: { cursor?: string; offset: number },
): string[] | undefined {
  if (cursor === undefined) return undefined;
  if (offset === 0) return readCursor(keys, cursor);
  throw ApiError.fields([{ field: 'offset', message: 'offset and cursor exclude each other' }]);
}

function parse(cursor: string): string[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : [];
  } catch {
    return [];
  }
}

/** What PostgreSQL can read as the type. */
const isValue = (type: SortKey['type'], value: string): boolean =>
  type === 'text' ? isStorableText(value) : /^-?\d{1,16}$/.test(value);

function orderOf(keys: readonly SortKey[]): string {
  const text = keys.map(({ expression, direction }) => `${expression} ${direction}`).join(', ');
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}
