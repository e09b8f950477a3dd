import type { Pool } from 'pg';
import { isTerminal, type EventType } from '../../definition/progress';
import type { Frame } from './follower';

/** Requests by `METHOD /path?query`, of which `at` says which node made it. */
export type Hits = Readonly<Record<string, number>>;

interface Node {
  path: string;
  type: string;
  status: string;
  open: boolean;
  code: string | null;
}

interface RunRow {
  status: string;
  ended: boolean;
  last_seq: number;
  is_simulation: boolean;
  cu: number;
}

const SETTLES = new Map([
  ['node_completed', ['success', 'partial']],
  ['node_failed', ['failure']],
  ['node_skipped', ['skipped']],
  ['node_cancelled', ['cancelled']],
]);

export interface Told {
  status: string;
  /** Addresses of the actions of which nobody can tell whether they happened. */
  unknown: string[];
  problems: string[];
}

/**
 * What must hold for a run whatever was killed while it ran: it has ended once, its stream is 1..n and was followed
 * whole, each node has one outcome and costs once, an action that is not safe to repeat happened at most once and says so
 * when that is not known, nothing happened again after it had succeeded, and each variable was written exactly once by
 * each node that says so.
 */
export async function inspect(
  pool: Pool,
  runId: string,
  hits: Hits,
  followed?: readonly Frame[],
): Promise<Told> {
  const run = await pool.query<RunRow>(
    'SELECT status, ended, last_seq, is_simulation, cu FROM runs WHERE id = $1',
    [runId],
  );
  const { rows: events } = await pool.query<Frame & { path: string | null; cu: number }>(
    `SELECT seq, type, data::text AS data, data->>'path' AS path, cu
     FROM run_events WHERE run_id = $1 ORDER BY seq`,
    [runId],
  );
  const { rows: nodes } = await pool.query<Node>(
    `SELECT path, type, status, finished_at IS NULL AS open, error->>'code' AS code
     FROM run_nodes WHERE run_id = $1 ORDER BY path`,
    [runId],
  );
  const { rows: written } = await pool.query<{ path: string }>(
    'SELECT path FROM variable_writes WHERE run_id = $1 ORDER BY path',
    [runId],
  );
  const [row] = run.rows;
  if (!row) return { status: 'missing', unknown: [], problems: ['there is no such run'] };
  const problems = [
    ...checkEnd(row, events),
    ...checkCost(row, events),
    ...(followed ? checkFollowed(events, followed) : []),
    ...nodes.flatMap((node) => checkNode(node, events)),
    ...Object.entries(hits).flatMap(([request, count]) =>
      checkEffect(request, count, nodes, events),
    ),
    ...checkStatus(row.status, nodes),
    ...checkWrites(nodes, written),
  ];
  const unknown = nodes.filter(({ code }) => code === 'outcome_unknown').map(({ path }) => path);
  return { status: row.status, unknown, problems };
}

function checkEnd(run: { ended: boolean; last_seq: number }, events: readonly Frame[]): string[] {
  const problems: string[] = [];
  if (!run.ended) problems.push('it has not ended');
  if (events.some(({ seq }, index) => seq !== index + 1)) problems.push('its stream has gaps');
  if (run.last_seq !== events.length) problems.push('its row counts other events');
  const types = events.map(({ type }) => type as EventType);
  if (types.filter((type) => type === 'run_started').length !== 1 || types[0] !== 'run_started') {
    problems.push('it has not begun once');
  }
  const last = types.at(-1);
  if (types.filter(isTerminal).length !== 1 || last === undefined || !isTerminal(last)) {
    problems.push('it has not ended once');
  }
  return problems;
}

/** What is through costs once, and the run the sum. A simulation costs nothing. */
function checkCost(
  { cu: total, is_simulation: isFree }: RunRow,
  events: readonly { type: string; cu: number }[],
): string[] {
  const sum = events.reduce((cost, { cu }) => cost + cu, 0);
  const costs = (type: string): boolean =>
    !isFree && (type === 'node_completed' || type === 'node_failed');
  const wrong = events.filter(({ type, cu }) => cu > 0 !== costs(type));
  return [
    ...(total === sum ? [] : [`it costs ${total} and its events ${sum}`]),
    ...wrong.map(({ type, cu }) => `${type} costs ${cu}`),
  ];
}

function checkFollowed(events: readonly Frame[], followed: readonly Frame[]): string[] {
  const text = (frames: readonly Frame[]): string =>
    frames.map(({ seq, type, data }) => `${seq} ${type} ${data}`).join('\n');
  if (text(events) === text(followed)) return [];
  return [`its followers saw:\n${text(followed)}\ninstead of:\n${text(events)}`];
}

function checkNode(
  { path, status, open }: Node,
  events: readonly { type: string; path: string | null }[],
): string[] {
  const settles = events.filter((event) => event.path === path && SETTLES.has(event.type));
  const [settle] = settles;
  if (open || !settle || settles.length > 1) {
    return [`${path} has ${settles.length} outcomes and is ${status}`];
  }
  if (SETTLES.get(settle.type)?.includes(status)) return [];
  return [`${path} is ${status} after ${settle.type}`];
}

/** An attempt is in the stream before it acts, so there are at least as many as there were requests. */
function checkEffect(
  request: string,
  count: number,
  nodes: readonly Node[],
  events: readonly { type: string; path: string | null }[],
): string[] {
  const [method = '', target = ''] = request.split(' ');
  const at = new URL(target, 'http://target').searchParams.get('at');
  if (at === 'notify') return [];
  const node = nodes.find(({ path }) => path === at);
  if (!node) return [`${request} was made by no node`];
  const begun = events.filter(
    ({ type, path }) => path === at && (type === 'node_started' || type === 'node_retrying'),
  ).length;
  const allowed = method === 'GET' ? begun : 1;
  return count <= allowed ? [] : [`${request} was made ${count} times, of ${allowed}`];
}

/** What a kill may do to a node: an unsafe action may have happened, a safe one may have been killed each time. */
const CASUALTIES = ['outcome_unknown', 'attempts_exhausted', 'child_failed'];

/** Nothing fails in these runs but by what was killed. */
function checkStatus(status: string, nodes: readonly Node[]): string[] {
  const failed = nodes.filter((node) => node.status === 'failure');
  const strange = failed.filter(({ code }) => !CASUALTIES.includes(code ?? ''));
  const expected = failed.some(({ path }) => !path.includes('/'))
    ? 'failure'
    : failed.length > 0
      ? 'partial'
      : 'success';
  return [
    ...strange.map(({ path, code }) => `${path} failed with ${code ?? 'no code'}`),
    ...(status === expected ? [] : [`it is ${status} and should be ${expected}`]),
  ];
}

/** What writes a variable has written it exactly once when it has succeeded, and never otherwise. */
function checkWrites(nodes: readonly Node[], written: readonly { path: string }[]): string[] {
  const expected = nodes
    .filter(({ type, status }) => type === 'set-variable' && status === 'success')
    .map(({ path }) => path);
  const seen = written.map(({ path }) => path).sort();
  if (expected.sort().join() === seen.join()) return [];
  return [`it has written at ${seen.join()} and should have at ${expected.join()}`];
}
