import { Client } from 'pg';
import type { StatementCounts } from './side';

type Query = (...args: unknown[]) => unknown;

/** Counts what this process sends to PostgreSQL from now on, on any connection. */
export function countStatements(): StatementCounts {
  const counts: StatementCounts = Object.create(null) as StatementCounts;
  const prototype = Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function (this: Client, ...args: unknown[]) {
    const { name, values } = readStatement(args);
    const entry = (counts[name] ??= { count: 0, bytes: 0 });
    entry.count += 1;
    entry.bytes += values.reduce<number>((sum, value) => sum + bytesOf(value), 0);
    return query.apply(this, args);
  };
  return counts;
}

function readStatement([config, values]: unknown[]): { name: string; values: unknown[] } {
  if (typeof config === 'string') {
    return { name: config.slice(0, 40), values: Array.isArray(values) ? values : [] };
  }
  const query = config as { name?: string; text?: string; values?: unknown[] };
  const inner = query.values ?? (Array.isArray(values) ? values : []);
  return { name: query.name ?? query.text?.slice(0, 40) ?? 'unknown', values: inner };
}

function bytesOf(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (Buffer.isBuffer(value)) return value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + bytesOf(item), 0);
  if (value instanceof Date) return value.toISOString().length;
  return typeof value === 'string' ? Buffer.byteLength(value) : JSON.stringify(value).length;
}
