import { ownValue, setOwn } from '../json';
import { Deadlines } from './deadlines';
import type { RunState } from './types';

/** By state, and made out of it where it is not known: a run with thousands of timers is not gone through at each event. */
const known = new WeakMap<RunState, Deadlines>();

/** Starts a timer in the state. */
export function addDeadline(
  state: RunState,
  address: string,
  timer: RunState['timers'][string],
): void {
  setOwn(state.timers, address, timer);
  known.get(state)?.push(address, timer.deadline);
}

/** When the next timer of the run is due; undefined when it has none. */
export function nextDeadline(state: RunState): number | undefined {
  const deadlines = known.get(state) ?? deadlinesOf(state);
  return deadlines.first((address, at) => ownValue(state.timers, address)?.deadline === at)
    ?.deadline;
}

function deadlinesOf(state: RunState): Deadlines {
  const deadlines = new Deadlines();
  for (const [address, { deadline }] of Object.entries(state.timers)) {
    deadlines.push(address, deadline);
  }
  known.set(state, deadlines);
  return deadlines;
}
