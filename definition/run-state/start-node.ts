import { ownValue } from '../json';
import { runInline } from '../nodes/run-inline';
import type { RunError } from '../progress';
import { dispatch } from './dispatch';
import { isoTime } from './iso-time';
import { startLoop } from './loop';
import { fail, keepInput, markStarted, resolvePayload } from './resolve';
import { scopeAt } from './scope';
import { settle } from './settle';
import { startDelay, startWait } from './timed';
import { emitNode, findPlace, isStopping, type Place, type Turn } from './turn';
import { setVariable, takeOverVariable } from './variables';

/** A node whose parents have all settled: skips it, takes over what is known, or starts it. */
export function startNode(turn: Turn, address: string): void {
  const place = findPlace(turn, address);
  if (place?.node.status !== 'pending') return;
  if (isStopping(turn, place.prefix)) turn.closings.push(place.prefix);
  else if (place.node.error) failBlock(turn, place, place.node.error);
  else if (!place.node.reached) settle(turn, place, { kind: 'skipped' });
  else if (isSeeded(turn, place)) takeOver(turn, place);
  else if (isDispatched(place)) dispatch(turn, address);
  else runHere(turn, place);
}

/** The end of a block that one of its nodes has made fail. */
function failBlock(turn: Turn, place: Place, error: RunError): void {
  if (markStarted(turn, place)) settle(turn, place, { kind: 'failure', error });
}

function isSeeded(turn: Turn, place: Place): boolean {
  return Object.hasOwn(turn.state.seeds, place.address) && place.plan.execution !== 'for-each';
}

/** Takes the outcome from the run that this one retries. */
function takeOver(turn: Turn, place: Place): void {
  const seed = ownValue(turn.state.seeds, place.address);
  if (!seed || !markStarted(turn, place) || !resolvePayload(turn, place)) return;
  if (place.plan.execution === 'set-variable') takeOverVariable(turn, seed.result);
  settle(turn, place, { kind: 'success', reused: true, ...seed });
}

function isDispatched({ plan: { execution } }: Place): boolean {
  return execution === 'activity' || execution === 'local' || execution === 'child-workflow';
}

function runHere(turn: Turn, place: Place): void {
  if (!markStarted(turn, place)) return;
  emitNode(turn, place, 'node_started', { status: 'running' });
  if (place.plan.execution === 'inline') {
    runPure(turn, place);
    return;
  }
  const input = resolvePayload(turn, place);
  if (!input) return;
  switch (place.plan.execution) {
    case 'for-each':
      startLoop(turn, place, input);
      return;
    case 'delay':
      startDelay(turn, place, input);
      return;
    case 'set-variable':
      setVariable(turn, place, input);
      return;
    default:
      startWait(turn, place, input);
  }
}

function runPure(turn: Turn, place: Place): void {
  const { plan } = place;
  const scope = scopeAt(turn.state, place.prefix, plan.inputs);
  const { input, outcome } = runInline(plan.type, plan.payload, scope, {
    nowIso: isoTime(turn.now),
  });
  keepInput(place, input);
  if (!outcome.ok) {
    fail(turn, place, outcome.error.code, outcome.error.message);
    return;
  }
  const { result, branch } = outcome;
  settle(turn, place, { kind: 'success', result, ...(branch !== undefined && { branch }) });
}
