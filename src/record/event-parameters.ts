import type { ProgressEvent } from '../../definition/progress';
import { eventData } from './event-data';
import type { Price } from './price';
import type { RunReference } from './types';

/** The fields of the SQL type `weft_event`, in its order. */
const FIELD_TYPES = [
  'text', // key
  'text', // type
  'timestamptz', // at
  'json', // data
  'text', // status
  'text', // path
  'text', // node_id
  'text', // node_type
  'json', // input
  'json', // result
  'json', // error
  'text', // branch
  'timestamptz', // wake_at
  'boolean', // reused
  'integer', // cu
] as const;

type Field = string | number | boolean | null;

export const EVENT_FIELDS = FIELD_TYPES.length;

/** SQL of one `weft_event`, whose fields are the parameters from `first` on. */
export function eventSql(first: number): string {
  const fields = FIELD_TYPES.map((type, index) => `$${first + index}::${type}`);
  return `ROW(${fields.join(', ')})::weft_event`;
}

/** SQL of a `weft_event[]`, whose fields are the array parameters from `first` on. */
export function eventsSql(first: number): string {
  const fields = FIELD_TYPES.map((type, index) => `$${first + index}::${type}[]`);
  return `ARRAY(SELECT ROW(e.*)::weft_event FROM unnest(${fields.join(', ')}) AS e)`;
}

const COLUMNS = FIELD_TYPES.map((_, index) => `field_${index + 1}`);

/** SQL of the event in a row of {@link eventRowsSql}. */
export const eventArgument = `ROW(${COLUMNS.join(', ')})::weft_event`;

/**
 * SQL of rows with an event each, what else there is of it as `extra_1` and so on, and `ordinal`. The fields
 * are the array parameters from `first` on.
 */
export function eventRowsSql(first: number, extra: readonly string[]): string {
  const arrays = [...FIELD_TYPES, ...extra].map((type, index) => `$${first + index}::${type}[]`);
  const columns = [...COLUMNS, ...extra.map((_, index) => `extra_${index + 1}`), 'ordinal'];
  return `unnest(${arrays.join(', ')}) WITH ORDINALITY AS one (${columns.join(', ')})`;
}

export function eventParameters(run: RunReference, event: ProgressEvent, price: Price): Field[] {
  return [
    event.key,
    event.type,
    iso(event.at),
    eventData(run, event),
    event.status,
    event.path ?? null,
    event.nodeId ?? null,
    event.nodeType ?? null,
    json(event.input),
    json(event.result),
    json(event.error),
    event.branch ?? null,
    event.wakeAt === undefined ? null : iso(event.wakeAt),
    event.reused ?? null,
    price(event),
  ];
}

/** One array per field, since an array of rows has no binding of its own. */
export function eventsParameters(
  run: RunReference,
  events: readonly ProgressEvent[],
  price: Price,
): Field[][] {
  const rows = events.map((event) => eventParameters(run, event, price));
  return FIELD_TYPES.map((_, field) => rows.map((row) => row[field] ?? null));
}

export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** JSON as a parameter; SQL's null when there is no value at all. */
export function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
