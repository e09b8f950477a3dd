import type { Json } from '../definition/json';
import { jsonSize } from '../definition/run-state/json-size';
import type { RunState } from '../definition/run-state/types';
import type { Carried } from './port';

/** What may be sent more than once without a flush before it. */
const SMALL_EVENTS = 20;
const SMALL_BYTES = 16 * 1024;
/** What one activity takes along. */
const LARGE_BYTES = 256 * 1024;
/** How long local actions may follow one another before what is unsent is sent, in milliseconds. */
const MAX_UNSENT_MS = 1_000;

/** Everything the database does not know for sure, as it stood when it was taken. */
export interface Parcel {
  carried: Carried;
  /** Number of the first event that is not in it. */
  upTo: number;
}

/**
 * The way of events to the database: they ride along with the next activity, or are flushed before the
 * run sleeps. They stay in the state until an activity has acknowledged them.
 */
export class Outbox {
  /** Events before this number are under way. */
  private sentUpTo = 0;

  constructor(private readonly state: RunState) {}

  /** Whether something would be left behind if the run went to sleep now. */
  get hasUnsent(): boolean {
    const { outbox, acks, nextEvent } = this.state;
    return (outbox.length > 0 && this.sentUpTo < nextEvent) || acks.length > this.sentAcks;
  }

  private sentAcks = 0;

  /** Whether `activities` may each take all of it, or a flush must come first. */
  isLight(activities: number): boolean {
    const { outbox, nextEvent } = this.state;
    if (outbox.length === 0) return true;
    const first = nextEvent - outbox.length;
    const once = activities === 1 && this.sentUpTo <= first;
    if (once) return this.size(LARGE_BYTES) <= LARGE_BYTES;
    return outbox.length <= SMALL_EVENTS && this.size(SMALL_BYTES) <= SMALL_BYTES;
  }

  /**
   * A local action ends in a moment: what is unsent goes with what follows it, at no cost of its own.
   *
   * @param told time of the turn if a local answer told it. The wait is counted from the first of them: the clock, and
   * the times of events that come of it, may be others in a replay.
   */
  mayWait(told: number | undefined): boolean {
    const inFlight = Object.values(this.state.inFlight);
    if (inFlight.length === 0 || inFlight.some((kind) => kind !== 'local')) return false;
    if (this.state.outbox.length === 0) return false;
    if (told === undefined) return true;
    this.waitsSince ??= told;
    return told - this.waitsSince < MAX_UNSENT_MS;
  }

  private waitsSince: number | undefined;

  private size(cap: number): number {
    return jsonSize(this.state.outbox as unknown as Json, cap);
  }

  take(): Parcel {
    const { outbox, acks, nextEvent } = this.state;
    this.sentUpTo = nextEvent;
    this.waitsSince = undefined;
    this.sentAcks = acks.length;
    return { carried: { events: [...outbox], acks: [...acks] }, upTo: nextEvent };
  }

  /** The database has it. */
  acknowledge(parcel: Parcel): void {
    const { state } = this;
    const first = state.nextEvent - state.outbox.length;
    if (parcel.upTo > first) state.outbox.splice(0, parcel.upTo - first);
    const before = state.acks.length;
    state.acks = state.acks.filter((id) => !parcel.carried.acks.includes(id));
    this.sentAcks = Math.max(0, this.sentAcks - (before - state.acks.length));
  }

  /** Nobody can tell whether it arrived: it is sent again. */
  lost(): void {
    this.sentUpTo = 0;
    this.sentAcks = 0;
  }
}
