import { CancellationScope, sleep } from '@temporalio/workflow';
import { ownValue } from '../definition/json';
import { Deadlines } from '../definition/run-state/deadlines';
import type { RunInput, RunState } from '../definition/run-state/types';
import type { Inbox } from './inbox';
import { shielded } from './shielded';

/** Timers that Temporal holds for one run: what wakes later is in the state, and follows. */
export const MAX_ARMED = 100;

/**
 * The deadlines of a run as Temporal timers. Only the next ones are armed: a run with thousands of open
 * waits starts no more events with each continue-as-new than one with a hundred.
 */
export class Timers {
  private readonly armed = new Map<string, { scope: CancellationScope; deadline: number }>();
  /** Those that are not armed. */
  private readonly later = new Deadlines();

  constructor(
    private readonly state: RunState,
    private readonly summaryOf: (address: string) => string,
    private readonly inbox: Inbox,
  ) {
    for (const [address, { deadline }] of Object.entries(state.timers)) {
      this.later.push(address, deadline);
    }
  }

  start(address: string, deadline: number): void {
    if (this.armed.size < MAX_ARMED) {
      this.arm(address, deadline);
      return;
    }
    const [last, { deadline: latest }] = this.latest();
    if (deadline >= latest) {
      this.later.push(address, deadline);
      return;
    }
    this.cancel(last);
    this.later.push(last, latest);
    this.arm(address, deadline);
  }

  cancel(address: string): void {
    this.armed.get(address)?.scope.cancel();
    this.armed.delete(address);
  }

  /** Fills the free places with the deadlines that come next: after a turn, and after a cut. */
  refill(): void {
    while (this.armed.size < MAX_ARMED) {
      const next = this.later.first((address, deadline) => this.isUnarmed(address, deadline));
      if (!next) return;
      this.later.shift();
      this.arm(next.address, next.deadline);
    }
  }

  private isUnarmed(address: string, deadline: number): boolean {
    return !this.armed.has(address) && ownValue(this.state.timers, address)?.deadline === deadline;
  }

  private arm(address: string, deadline: number): void {
    const summary = this.summaryOf(address);
    const fired = (_: unknown, now: number): RunInput => {
      this.armed.delete(address);
      // A run that holds lets it pass: it is armed again when the run goes on.
      this.later.push(address, deadline);
      return { kind: 'timer-fired', now, address };
    };
    void shielded(() => {
      const scope = new CancellationScope();
      this.armed.set(address, { scope, deadline });
      // By the clock, since nothing else depends on how long it is: a replay takes it as it was.
      const ms = Math.max(1, deadline - Date.now());
      return scope.run(() => this.inbox.expect(sleep(ms, { summary }), fired));
    });
  }

  private latest(): [string, { deadline: number }] {
    return [...this.armed].reduce((one, other) =>
      other[1].deadline > one[1].deadline ? other : one,
    );
  }
}
