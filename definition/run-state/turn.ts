import type { LoadedPlan } from '../plan/load';
import type { PlanNode } from '../plan/types';
import type { ProgressEvent, RunError } from '../progress';
import { nodeIdOf, prefixOf } from './address';
import type { Command, Frame, NodeState, RunState } from './types';

/** One call of the scheduler: the state it works on and what it has decided so far. */
export interface Turn {
  plan: LoadedPlan;
  state: RunState;
  now: number;
  commands: Command[];
  /** Work of this turn, first in first out, so that no graph is too long for the stack. */
  failures: { prefix: string; error: RunError }[];
  /** Prefixes of frames that may have ended. */
  closings: string[];
  /** What is left of the turn: a workflow task that takes seconds would be taken for stuck. */
  budget: number;
}

/** What one turn may cost: bytes that it records, and so many for each node it starts. */
export const TURN_BUDGET = 2 * 1024 * 1024;
export const START_COST = 4 * 1024;

export function spend(turn: Turn, cost: number): void {
  turn.budget -= cost;
}

/** A node where it runs. */
export interface Place {
  address: string;
  prefix: string;
  plan: PlanNode;
  frame: Frame;
  node: NodeState;
}

/** The place of an address, or undefined when its frame has ended or it names no node. */
export function findPlace(turn: Turn, address: string): Place | undefined {
  const prefix = prefixOf(address);
  const id = nodeIdOf(address);
  const index = turn.plan.indexById.get(id);
  const frame = Object.hasOwn(turn.state.frames, prefix) ? turn.state.frames[prefix] : undefined;
  if (index === undefined || !frame || !Object.hasOwn(frame.nodes, id)) return undefined;
  const plan = turn.plan.nodes[index];
  const node = frame.nodes[id];
  return plan && node ? { address, prefix, plan, frame, node } : undefined;
}

export function placeAt(turn: Turn, address: string): Place {
  const place = findPlace(turn, address);
  if (!place) throw new Error(`No node at ${address}`);
  return place;
}

/** Whether nothing new may start there: the run is over or stopping, or a frame around it failed. */
export function isStopping(turn: Turn, prefix: string): boolean {
  if (turn.state.phase !== 'running') return true;
  for (let at: string | undefined = prefix; at !== undefined;) {
    const frame: Frame | undefined = turn.state.frames[at];
    if (!frame || frame.error) return true;
    at = frame.loop && prefixOf(frame.loop.address);
  }
  return false;
}

export type EventFields = Omit<ProgressEvent, 'key' | 'at'>;

/** Puts an event into the outbox. */
export function emit(turn: Turn, fields: EventFields): void {
  const { state } = turn;
  if (fields.type === 'run_waiting') state.timesWaited += 1;
  state.nextEvent += 1;
  state.outbox.push({ key: keyOf(fields, state.timesWaited), at: turn.now, ...fields });
}

/**
 * The same event has the same key, so that a repeat is known as one. A number would not do: what a
 * crashed worker has written stays, and in the next try things may happen in another order.
 */
function keyOf({ type, path }: EventFields, timesWaited: number): string {
  if (path !== undefined) return `${type}:${path}`;
  return type === 'run_waiting' || type === 'run_resumed' ? `${type}:${timesWaited}` : type;
}

export function emitNode(
  turn: Turn,
  place: Place,
  type: ProgressEvent['type'],
  fields: Omit<EventFields, 'type' | 'nodeId' | 'path' | 'nodeType'>,
): void {
  emit(turn, {
    type,
    nodeId: place.plan.id,
    path: place.address,
    nodeType: place.plan.type,
    ...fields,
  });
}

/** The error as recorded: it names its node. */
export function errorAt(place: Place, code: string, message: string): RunError {
  return { code, message, nodeId: place.plan.id, path: place.address };
}

/** Something woke a waiting run. */
export function showResumed(turn: Turn): void {
  if (turn.state.shown === 'running') return;
  turn.state.shown = 'running';
  emit(turn, { type: 'run_resumed', status: 'running' });
}
