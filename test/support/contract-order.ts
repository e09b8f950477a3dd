import type { Plan, PlanNode } from '../../definition/plan/types';
import { nodeIdOf, prefixOf } from '../../definition/run-state/address';
import type { SeenEvent } from './contract-view';

/** Two addresses of a run of which one depends on the other. */
export interface Link {
  cause: string;
  effect: string;
  /** `follows`: begins when the cause has ended; `within`: happens while the cause, a loop, goes on. */
  kind: 'follows' | 'within';
}

const SETTLES: ReadonlySet<string> = new Set([
  ...['node_completed', 'node_failed', 'node_skipped', 'node_cancelled'],
]);

/**
 * The order of a run's events that its definition causes: for each two that depend on each other, and
 * for each iteration and the next of a loop that goes one by one. Which of two parallel nodes came
 * first is not in it, nor how often an action was tried.
 */
export function causalOrder(plan: Plan, events: readonly SeenEvent[]): Record<string, string[]> {
  const ofNodes = events.filter(({ type, path }) => path !== undefined && type !== 'node_retrying');
  const addresses = new Set(ofNodes.map(({ path = '' }) => path));
  const order: Record<string, string[]> = {};
  for (const { cause, effect } of links(plan, addresses)) {
    order[`${cause} > ${effect}`] = ofNodes
      .filter(({ path }) => path === cause || path === effect)
      .map(({ type, path = '' }) => `${type} ${path}`);
  }
  for (const loop of addresses) {
    if (isSequentialLoop(plan, loop)) order[`${loop}[...]`] = iterations(loop, ofNodes);
  }
  return order;
}

/**
 * What is wrong with a stream by itself: it must begin and end once, each node must settle once and at
 * last, and nothing may come before what it depends on.
 */
export function disorder(plan: Plan, events: readonly SeenEvent[]): string[] {
  const problems: string[] = [];
  const ends = events.filter(({ type }) => /^run_(completed|partial|failed|cancelled)$/.test(type));
  if (events[0]?.type !== 'run_started') problems.push('it does not begin with run_started');
  if (ends.length !== 1 || ends[0] !== events.at(-1)) problems.push('it does not end once');

  const first = new Map<string, number>();
  const settled = new Map<string, number>();
  for (const [index, { type, path }] of events.entries()) {
    if (path === undefined) continue;
    if (settled.has(path)) problems.push(`${type} ${path} comes after its end`);
    if (!first.has(path)) first.set(path, index);
    if (SETTLES.has(type)) settled.set(path, index);
  }
  for (const path of first.keys()) {
    if (!settled.has(path)) problems.push(`${path} has no end`);
  }
  const isBefore = (a: number | undefined, b: number | undefined): boolean =>
    a !== undefined && b !== undefined && a < b;
  for (const { cause, effect, kind } of links(plan, new Set(first.keys()))) {
    const good =
      kind === 'follows'
        ? isBefore(settled.get(cause), first.get(effect))
        : isBefore(first.get(cause), first.get(effect)) &&
          isBefore(settled.get(effect), settled.get(cause));
    if (!good) problems.push(`${effect} is out of order with ${cause}`);
  }
  return problems;
}

function links(plan: Plan, addresses: ReadonlySet<string>): Link[] {
  const found: Link[] = [];
  for (const address of addresses) {
    const prefix = prefixOf(address);
    for (const index of nodeAt(plan, address)?.children ?? []) {
      const effect = prefix + (plan.nodes[index]?.id ?? '');
      if (addresses.has(effect)) found.push({ cause: address, effect, kind: 'follows' });
    }
    if (prefix === '') continue;
    const loop = prefix.slice(0, prefix.lastIndexOf('['));
    found.push({ cause: loop, effect: address, kind: 'within' });
  }
  return found;
}

function isSequentialLoop(plan: Plan, address: string): boolean {
  const node = nodeAt(plan, address);
  if (node?.execution !== 'for-each' || node.payload.kind !== 'object') return false;
  return node.payload.entries.every(([key]) => key !== 'concurrency');
}

/** Indexes of the iterations that something happened in, each time that it is another than before. */
function iterations(loop: string, events: readonly SeenEvent[]): string[] {
  const seen: string[] = [];
  for (const { path = '' } of events) {
    if (!path.startsWith(`${loop}[`)) continue;
    const index = path.slice(loop.length + 1, path.indexOf(']', loop.length));
    if (seen.at(-1) !== index) seen.push(index);
  }
  return seen;
}

function nodeAt(plan: Plan, address: string): PlanNode | undefined {
  return plan.nodes.find(({ id }) => id === nodeIdOf(address));
}
