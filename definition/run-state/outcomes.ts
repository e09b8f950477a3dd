import { isJsonObject, ownValue, setOwn, type Json, type JsonObject } from '../json';
import type { RunError } from '../progress';
import { keepEarlyClaim, takeEarlyClaims } from './early-claims';
import { fail } from './resolve';
import { settle } from './settle';
import { receive } from './timed';
import { emitNode, findPlace, isStopping, showResumed, type Place, type Turn } from './turn';
import type { Claim, RunInput } from './types';

type Input<K extends RunInput['kind']> = Extract<RunInput, { kind: K }>;

/** The place of something the shell has finished, or undefined when nobody waits for it any more. */
export function landed(turn: Turn, address: string): Place | undefined {
  if (!Object.hasOwn(turn.state.inFlight, address)) return undefined;
  delete turn.state.inFlight[address];
  const place = findPlace(turn, address);
  return place && isActive(place) ? place : undefined;
}

function isActive({ node: { status } }: Place): boolean {
  return status === 'running' || status === 'waiting' || status === 'scheduled';
}

export function onActionFailed(turn: Turn, place: Place, input: Input<'action-failed'>): void {
  if (turn.state.phase === 'cancelling' && input.error.code === 'cancelled') {
    settle(turn, place, { kind: 'cancelled' });
    return;
  }
  const error: RunError = { ...input.error, nodeId: place.plan.id, path: place.address };
  const { attempt } = input;
  settle(turn, place, { kind: 'failure', error, ...(attempt !== undefined && { attempt }) });
}

/** A child run is on its way; with `wait` its end arrives as a claim, which may be here already. */
export function onChildStarted(turn: Turn, place: Place, input: Input<'child-started'>): void {
  if (!input.wait) {
    settle(turn, place, { kind: 'success', result: input.result });
    return;
  }
  if (isStopping(turn, place.prefix)) {
    turn.commands.push({ kind: 'cancel-child', address: place.address, runId: input.runId });
    settle(turn, place, { kind: 'cancelled' });
    return;
  }
  place.node.status = 'waiting';
  setOwn(turn.state.children, place.address, { runId: input.runId, result: input.result });
  emitNode(turn, place, 'node_waiting', { status: 'waiting', result: input.result });
  for (const claim of takeEarlyClaims(turn, place.address)) onChildEnded(turn, place, claim);
}

/** A claim granted by the database: wakes what waits for it, or is kept until something does. */
export function onClaim(turn: Turn, address: string, claim: Claim): void {
  const { state } = turn;
  state.acks.push(claim.id);
  const place = findPlace(turn, address);
  if (place && Object.hasOwn(state.waits, address)) receive(turn, place, claim);
  else if (place && Object.hasOwn(state.children, address)) onChildEnded(turn, place, claim);
  else keepEarlyClaim(turn, address, claim);
}

function onChildEnded(turn: Turn, place: Place, claim: Claim): void {
  const child = ownValue(turn.state.children, place.address);
  if (!child) return;
  delete turn.state.children[place.address];
  showResumed(turn);
  const end = childEnd(claim.payload);
  if (end.status === 'success' || end.status === 'partial') {
    const result: JsonObject = { ...child.result, runStatus: end.status, output: end.output };
    settle(turn, place, { kind: 'success', result });
    return;
  }
  const cause = end.message === '' ? '' : `: ${end.message}`;
  fail(turn, place, 'child_failed', `The child run ${child.runId} ended as ${end.status}${cause}`);
}

function childEnd(payload: Json): { status: string; output: Json; message: string } {
  const end = isJsonObject(payload) ? payload : {};
  const error = isJsonObject(end.error) ? end.error : {};
  return {
    status: typeof end.status === 'string' ? end.status : 'failure',
    output: end.output ?? null,
    message: typeof error.message === 'string' ? error.message : '',
  };
}

/** A timer of a delay wakes it; a timer of a wait asks the database who was first. */
export function onTimer(turn: Turn, address: string): void {
  const { state } = turn;
  const timer = ownValue(state.timers, address);
  const place = findPlace(turn, address);
  if (!timer || !place) return;
  if (timer.purpose === 'delay') {
    delete state.timers[address];
    showResumed(turn);
    settle(turn, place, { kind: 'success', result: { status: 'completed' } });
  } else if (!state.held) {
    delete state.timers[address];
    askForTimeout(turn, address);
  }
}

export function askForTimeout(turn: Turn, address: string): void {
  const known = ownValue(turn.state.waits, address)?.claims ?? [];
  setOwn(turn.state.inFlight, address, 'timeout-claim');
  turn.commands.push({ kind: 'claim-timeout', address, known: [...known] });
}

/** The timeout came second: the earlier resume counts, and the question is asked again if it is not enough. */
export function onTimeoutRefused(turn: Turn, address: string, claim: Claim): void {
  delete turn.state.inFlight[address];
  onClaim(turn, address, claim);
  if (Object.hasOwn(turn.state.waits, address)) askForTimeout(turn, address);
}

/** Stops the run: what is in flight is asked to stop, and its outcome is still awaited. */
export function onCancel(turn: Turn, reason: string): void {
  const { state } = turn;
  if (state.phase !== 'running') return;
  state.phase = 'cancelling';
  state.error = { code: 'cancelled', message: reason };
  for (const [address, kind] of Object.entries(state.inFlight)) {
    if (kind === 'activity' || kind === 'local')
      turn.commands.push({ kind: 'cancel-action', address });
  }
}

/** The grace is over: what has not answered is cancelled without an answer. */
export function onAbandon(turn: Turn): void {
  for (const address of Object.keys(turn.state.inFlight)) {
    const place = landed(turn, address);
    if (place) settle(turn, place, { kind: 'cancelled' });
  }
}
