import { ExpressionError } from '../expression/budget';
import { resolveTemplate } from '../expression/evaluate';
import { isJsonObject, type JsonObject } from '../json';
import { hideReferences, literalReferences } from '../secret-references';
import { scopeAt } from './scope';
import { settle } from './settle';
import { errorAt, type Place, type Turn } from './turn';

/** Marks a node as running. False when the run has no budget for it, and the node has failed. */
export function markStarted(turn: Turn, place: Place): boolean {
  const { state } = turn;
  place.node.status = 'running';
  place.frame.active += 1;
  state.started += 1;
  if (state.started <= state.limits.maxNodes) return true;
  const message = `A run starts at most ${state.limits.maxNodes} nodes, loop iterations counted. Split the work over child workflows.`;
  fail(turn, place, 'node_budget_exceeded', message);
  return false;
}

/** Resolves the payload of a node that has started; undefined when the node has failed over it. */
export function resolvePayload(turn: Turn, place: Place): JsonObject | undefined {
  try {
    const input = resolveTemplate(
      place.plan.payload,
      scopeAt(turn.state, place.prefix, place.plan.inputs),
    );
    const payload = isJsonObject(input) ? input : {};
    keepInput(place, payload);
    return payload;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    fail(turn, place, error.code, error.message);
    return undefined;
  }
}

/** What events show of it, and what expressions read: of its secrets they see no more than that there are some. */
export function keepInput({ node, plan }: Place, input: JsonObject): void {
  node.input = plan.payloadIsRead ? hideReferences(input, literalReferences(plan.payload)) : input;
}

export function fail(turn: Turn, place: Place, code: string, message: string): void {
  settle(turn, place, { kind: 'failure', error: errorAt(place, code, message) });
}
