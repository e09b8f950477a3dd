import { type Client, escapeLiteral } from 'pg';

/** A statement as it was sent; those with a name are prepared, and planned without their values before long. */
export interface Sent {
  name?: string;
  text: string;
  values: unknown[];
}

export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

interface Plans {
  'QUERY PLAN': [{ Plan: PlanNode }];
}

const EXPLAIN = 'EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON)';

/** The statement in the arguments of `Client.query`. */
export function sentBy(call: unknown[]): Sent {
  const [first, second] = call as [string | Partial<Sent>, unknown];
  if (typeof first === 'string') {
    return { text: first, values: Array.isArray(second) ? (second as unknown[]) : [] };
  }
  const { name, text = '', values = [] } = first;
  return { ...(name !== undefined && { name }), text, values };
}

/** The steps by which PostgreSQL carries the statement out with these values. */
export async function planOf(database: Client, { text, values }: Sent): Promise<PlanNode[]> {
  const { rows } = await database.query<Plans>(`${EXPLAIN} ${text}`, values);
  return rows.flatMap((row) => flatten(row['QUERY PLAN'][0].Plan));
}

/**
 * The steps when no table may be read whole that has an index for the purpose. Here an organization is alone, and to
 * read its small tables whole is the cheapest way; it must not be the only one.
 */
export async function planWithoutScans(
  database: Client,
  { text, values }: Sent,
): Promise<PlanNode[]> {
  await database.query('SET enable_seqscan = off');
  try {
    const { rows } = await database.query<Plans>(`EXPLAIN (FORMAT JSON) ${text}`, values);
    return rows.flatMap((row) => flatten(row['QUERY PLAN'][0].Plan));
  } finally {
    await database.query('RESET enable_seqscan');
  }
}

/** The steps of the plan that serves all values. */
export async function genericPlanOf(database: Client, { text, values }: Sent): Promise<PlanNode[]> {
  await database.query(`SET plan_cache_mode = force_generic_plan; PREPARE explained AS ${text}`);
  try {
    const given = values.length === 0 ? '' : `(${values.map(literalOf).join(', ')})`;
    const { rows } = await database.query<Plans>(`${EXPLAIN} EXECUTE explained${given}`);
    return rows.flatMap((row) => flatten(row['QUERY PLAN'][0].Plan));
  } finally {
    await database.query('DEALLOCATE explained; RESET plan_cache_mode');
  }
}

/** Rows that a step has looked at. An index that is asked for places looks at none. */
export function rowsOf(node: PlanNode): number {
  if (node['Node Type'] === 'Bitmap Index Scan') return 0;
  const removed =
    (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}

function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  if (value instanceof Date) return escapeLiteral(value.toISOString());
  if (Array.isArray(value)) {
    return escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
  }
  return escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value));
}
