import { isJsonObject, ownValue, setOwn, type Json, type JsonObject } from '../json';
import type { PlanNode } from '../plan/types';
import { takeEarlyClaims } from './early-claims';
import { addDeadline } from './next-deadline';
import { settle } from './settle';
import { emitNode, errorAt, showResumed, type Place, type Turn } from './turn';
import type { Claim, OpenWait } from './types';

/** 366 days, the longest wait and delay, in milliseconds. */
export const MAX_TIMER_MS = 366 * 24 * 60 * 60 * 1000;
/** What a `wait` without `timeoutMs` gets. */
export const DEFAULT_WAIT_MS = 300_000;

/** `delay`: sleeps `delayMs`. */
export function startDelay(turn: Turn, place: Place, input: JsonObject): void {
  const delay = milliseconds(input.delayMs, 0);
  if (delay === undefined) {
    invalid(turn, place, '`delayMs` must be a number of milliseconds from 0 to 366 days.');
    return;
  }
  place.node.status = 'scheduled';
  startTimer(turn, place, delay, 'delay');
  emitNode(turn, place, 'node_scheduled', { status: 'scheduled', wakeAt: turn.now + delay });
}

/** `wait`: opens the wait, and takes the resumes that came before it. */
export function startWait(turn: Turn, place: Place, input: JsonObject): void {
  const timeoutMs = milliseconds(input.timeoutMs ?? DEFAULT_WAIT_MS, 1000);
  if (timeoutMs === undefined) {
    invalid(turn, place, '`timeoutMs` must be a number of milliseconds from 1 second to 366 days.');
    return;
  }
  const wait: OpenWait = { ...resumesOf(input), received: {}, timeoutMs, claims: [] };
  place.node.status = 'waiting';
  setOwn(turn.state.waits, place.address, wait);
  startTimer(turn, place, timeoutMs, 'wait');
  emitNode(turn, place, 'node_waiting', { status: 'waiting', wakeAt: turn.now + timeoutMs });
  for (const claim of takeEarlyClaims(turn, place.address)) receive(turn, place, claim);
}

/** One resume for an open wait; with enough of them the wait is over. */
export function receive(turn: Turn, place: Place, claim: Claim): void {
  const wait = ownValue(turn.state.waits, place.address);
  if (!wait || wait.claims.includes(claim.id)) return;
  // One that does not count is known too: the claim of the timeout would find it again and again.
  wait.claims.push(claim.id);
  if (wait.names.length > 0 && !wait.names.includes(claim.name ?? '')) return;
  setOwn(wait.received, claim.name ?? '', claim.payload);
  if (Object.keys(wait.received).length < wait.needed) return;
  showResumed(turn);
  closeWait(turn, place);
  const triggerResult = wait.names.length > 0 ? wait.received : claim.payload;
  settle(turn, place, {
    kind: 'success',
    branch: 'resumed',
    result: { status: 'resumed', triggerResult, source: claim.source, branch: 'resumed' },
  });
}

/** The database has granted the timeout: the `timed_out` branch when a child declares it, else a failure. */
export function timeOut(turn: Turn, place: Place): void {
  const wait = ownValue(turn.state.waits, place.address);
  if (!wait) return;
  showResumed(turn);
  closeWait(turn, place);
  const { timeoutMs } = wait;
  if (!hasChildWith(turn, place.plan, 'timed_out')) {
    const message = `No resume came within ${timeoutMs} ms. A child with \`branch: "timed_out"\` would take over here.`;
    settle(turn, place, { kind: 'failure', error: errorAt(place, 'wait_timed_out', message) });
    return;
  }
  settle(turn, place, {
    kind: 'success',
    branch: 'timed_out',
    result: {
      status: 'timed_out',
      branch: 'timed_out',
      timeoutMs,
      ...(wait.names.length > 0 && { triggerResult: wait.received }),
    },
  });
}

function closeWait(turn: Turn, place: Place): void {
  delete turn.state.waits[place.address];
  cancelTimer(turn, place.address);
}

export function cancelTimer(turn: Turn, address: string): void {
  if (!Object.hasOwn(turn.state.timers, address)) return;
  delete turn.state.timers[address];
  turn.commands.push({ kind: 'cancel-timer', address });
}

function startTimer(turn: Turn, place: Place, ms: number, purpose: 'delay' | 'wait'): void {
  const deadline = turn.now + ms;
  addDeadline(turn.state, place.address, { deadline, purpose });
  turn.commands.push({ kind: 'start-timer', address: place.address, deadline, purpose });
}

/** Names and quota of `resumes: {names, mode}`; a plain wait needs one resume without a name. */
function resumesOf(input: JsonObject): { names: string[]; needed: number } {
  const resumes = input.resumes;
  if (!isJsonObject(resumes) || !Array.isArray(resumes.names)) return { names: [], needed: 1 };
  const names = resumes.names.filter((name): name is string => typeof name === 'string');
  const mode = resumes.mode;
  if (mode === 'all') return { names, needed: names.length };
  return {
    names,
    needed: typeof mode === 'number' ? Math.min(Math.max(1, mode), names.length) : 1,
  };
}

function milliseconds(value: Json | undefined, least: number): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !(number >= least && number <= MAX_TIMER_MS)) return undefined;
  return Math.ceil(number);
}

function invalid(turn: Turn, place: Place, message: string): void {
  settle(turn, place, { kind: 'failure', error: errorAt(place, 'invalid_input', message) });
}

function hasChildWith(turn: Turn, plan: PlanNode, branch: string): boolean {
  return plan.children.some((index) => turn.plan.nodes[index]?.branch === branch);
}
