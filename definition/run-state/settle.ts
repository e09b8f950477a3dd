import type { Json, JsonObject } from '../json';
import type { PlanNode } from '../plan/types';
import type { RunError } from '../progress';
import { jsonSize } from './json-size';
import { outputBudget, outputTooLarge } from './output-budget';
import { recordedInput } from './recorded-input';
import { emitNode, errorAt, spend, type Place, type Turn } from './turn';
import type { NodeState } from './types';

/** How a node ended. `recorded`: the activity has written the event itself. */
export type Outcome =
  | {
      kind: 'success';
      status?: 'success' | 'partial';
      result: Json;
      branch?: string;
      recorded?: boolean;
      reused?: boolean;
    }
  | { kind: 'failure'; error: RunError; attempt?: number }
  | { kind: 'skipped' }
  | { kind: 'cancelled' };

/** Ends a node: records it, decides what its children become, and ends the frame when it was the last. */
export function settle(turn: Turn, place: Place, outcome: Outcome): void {
  const { node, frame } = place;
  if (node.status !== 'pending') frame.active -= 1;
  frame.open -= 1;
  const excess = countOutput(turn, place, outcome);
  const isRecorded = outcome.kind === 'success' && outcome.recorded === true;
  write(turn, place, excess && !isRecorded ? { kind: 'failure', error: excess } : outcome);
  if (!place.plan.payloadIsRead) delete node.input;
  delete node.loop;
  delete turn.state.claims[place.address];
  if (excess && isRecorded) {
    // What is recorded stays a success. Actions side by side were each told of room for one of them.
    delete node.result;
    turn.failures.push({ prefix: place.prefix, error: excess });
  } else if (node.status === 'failure' && !place.plan.catchesError && node.error) {
    fail(turn, place, node.error);
  } else {
    reachChildren(turn, place);
  }
  turn.closings.push(place.prefix);
}

/** Stops what is around, or makes the block fail that the node belongs to. */
function fail(turn: Turn, place: Place, error: RunError): void {
  const end = blockEnd(turn, place);
  if (!end) {
    turn.failures.push({ prefix: place.prefix, error });
    return;
  }
  end.error ??= error;
  reachChildren(turn, place);
}

/** Only while it is still to come. */
function blockEnd(turn: Turn, { plan: { failsBlock }, frame }: Place): NodeState | undefined {
  const plan = failsBlock === undefined ? undefined : turn.plan.nodes[failsBlock];
  const end = plan && frame.nodes[plan.id];
  return end?.status === 'pending' ? end : undefined;
}

/** A run keeps its results in its state, so their sum is bounded. What is refused is not kept, and not counted. */
function countOutput(turn: Turn, place: Place, outcome: Outcome): RunError | undefined {
  if (outcome.kind !== 'success') return undefined;
  const { state } = turn;
  const { left, limit } = outputBudget(state);
  const size = jsonSize(outcome.result, left);
  if (size > left) {
    const { code, message } = outputTooLarge(place.plan.id, limit);
    return errorAt(place, code, message);
  }
  spend(turn, size);
  state.outputBytes += size;
  return undefined;
}

function write(turn: Turn, place: Place, outcome: Outcome): void {
  const { node } = place;
  switch (outcome.kind) {
    case 'success': {
      node.status = outcome.status ?? 'success';
      node.result = outcome.result;
      if (outcome.branch !== undefined) node.branch = outcome.branch;
      if (outcome.status === 'partial') place.frame.partial = true;
      if (outcome.recorded) return;
      emitNode(turn, place, 'node_completed', {
        status: node.status,
        ...shownInput(turn, place),
        result: outcome.result,
        ...(outcome.branch !== undefined && { branch: outcome.branch }),
        ...(outcome.reused && { reused: true }),
      });
      return;
    }
    case 'failure':
      node.status = 'failure';
      node.error = outcome.error;
      emitNode(turn, place, 'node_failed', {
        status: 'failure',
        ...shownInput(turn, place),
        error: outcome.error,
        ...(outcome.attempt !== undefined && { attempt: outcome.attempt }),
        ...(place.plan.catchesError && { branch: 'error' }),
      });
      return;
    case 'skipped':
      node.status = 'skipped';
      emitNode(turn, place, 'node_skipped', { status: 'skipped' });
      return;
    case 'cancelled':
      node.status = 'cancelled';
      emitNode(turn, place, 'node_cancelled', { status: 'cancelled' });
  }
}

/** What a node with much data costs of a turn: it takes milliseconds to work through. */
const LARGE_INPUT = 100 * 1024;

/** The input of an activity may hold secrets: the activity itself records it, masked. */
function shownInput(turn: Turn, { node, plan }: Place): { input?: JsonObject } {
  if (!node.input || plan.execution === 'activity') return {};
  const { input, size, cut } = recordedInput(node.input);
  spend(turn, cut ? LARGE_INPUT : size);
  return { input };
}

function reachChildren(turn: Turn, parent: Place): void {
  for (const index of parent.plan.children) {
    const plan = turn.plan.nodes[index];
    const child = plan && parent.frame.nodes[plan.id];
    if (!plan || !child) continue;
    child.pending -= 1;
    if (leadsTo(parent.plan, parent.node, plan)) child.reached = true;
    if (child.pending === 0) turn.state.starts.push(parent.prefix + plan.id);
  }
}

/** Whether a settled parent reaches the child: the child's branch is judged only if the parent can have it. */
function leadsTo(parentPlan: PlanNode, parent: NodeState, child: PlanNode): boolean {
  if (parent.status === 'failure') return child.branch === 'error';
  if (parent.status !== 'success' && parent.status !== 'partial') return false;
  if (child.branch === undefined) return true;
  if (child.branch === 'error') return !canFail(parentPlan);
  return !parentPlan.branches.includes(child.branch) || parent.branch === child.branch;
}

function canFail(plan: PlanNode): boolean {
  return plan.execution !== 'trigger';
}
