import type { RunError } from '../progress';
import { isWithin, prefixOf } from './address';
import { settleIteration } from './loop';
import { endRun } from './run-end';
import { settle } from './settle';
import { findPlace, isStopping, type Turn } from './turn';

/** The first uncaught failure stops its frame: nothing new starts, waits and timers go, actions finish. */
export function failFrame(turn: Turn, prefix: string, error: RunError): void {
  const frame = turn.state.frames[prefix];
  if (!frame || frame.error) return;
  frame.error = error;
  cancelWaiting(turn, prefix);
  turn.closings.push(prefix);
}

/** Ends a frame in which nothing is left to happen. */
export function closeFrameIfDone(turn: Turn, prefix: string): void {
  const frame = turn.state.frames[prefix];
  if (!frame) return;
  const done = frame.open === 0 || (frame.active === 0 && isStopping(turn, prefix));
  if (!done) return;
  if (frame.loop) settleIteration(turn, prefix, frame, frame.loop);
  else endRun(turn, frame);
}

/** Cancels every open wait, timer and awaited child below the prefix, and forgets what was to start there. */
export function cancelWaiting(turn: Turn, prefix: string): void {
  const { state } = turn;
  for (const address of state.ready) {
    if (isWithin(address, prefix)) turn.closings.push(prefixOf(address));
  }
  state.ready = state.ready.filter((address) => !isWithin(address, prefix));
  const open = new Set<string>();
  for (const address of Object.keys(state.timers)) {
    if (!isWithin(address, prefix)) continue;
    turn.commands.push({ kind: 'cancel-timer', address });
    delete state.timers[address];
    open.add(address);
  }
  for (const address of Object.keys(state.waits)) {
    if (!isWithin(address, prefix)) continue;
    delete state.waits[address];
    open.add(address);
  }
  for (const [address, child] of Object.entries(state.children)) {
    if (!isWithin(address, prefix)) continue;
    turn.commands.push({ kind: 'cancel-child', address, runId: child.runId });
    delete state.children[address];
    open.add(address);
  }
  for (const address of open) {
    const place = findPlace(turn, address);
    if (place) settle(turn, place, { kind: 'cancelled' });
  }
}
