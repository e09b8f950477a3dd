import { CancellationScope, sleep } from '@temporalio/workflow';
import type { RunState } from '../definition/run-state/types';
import { shielded } from './shielded';

/** Timers that Temporal holds for one run: what wakes later is in the state, and follows. */
export const MAX_ARMED = 100;

/**
 * The deadlines of a run as Temporal timers. Only the next ones are armed: a run with thousands of open
 * waits starts no more events with each continue-as-new than one with a hundred.
 */
export class Timers {
  private readonly armed = new Map<string, { scope: CancellationScope; deadline: number }>();

  constructor(
    private readonly state: RunState,
    private readonly summaryOf: (address: string) => string,
    private readonly onFire: (address: string) => void,
  ) {}

  start(address: string, deadline: number): void {
    if (this.armed.size < MAX_ARMED) {
      this.arm(address, deadline);
      return;
    }
    const [last, { deadline: latest }] = this.latest();
    if (deadline >= latest) return;
    this.cancel(last);
    this.arm(address, deadline);
  }

  cancel(address: string): void {
    this.armed.get(address)?.scope.cancel();
    this.armed.delete(address);
  }

  /** Fills the free places with the deadlines that come next: after a turn, and after a cut. */
  refill(): void {
    const free = MAX_ARMED - this.armed.size;
    const timers = Object.entries(this.state.timers);
    if (free <= 0 || timers.length <= this.armed.size) return;
    timers
      .filter(([address]) => !this.armed.has(address))
      .sort(([, one], [, other]) => one.deadline - other.deadline)
      .slice(0, free)
      .forEach(([address, { deadline }]) => {
        this.arm(address, deadline);
      });
  }

  private arm(address: string, deadline: number): void {
    const summary = this.summaryOf(address);
    void shielded(() => {
      const scope = new CancellationScope();
      this.armed.set(address, { scope, deadline });
      return scope.run(() => sleep(Math.max(1, deadline - Date.now()), { summary }));
    }).then(
      () => {
        this.armed.delete(address);
        this.onFire(address);
      },
      () => undefined,
    );
  }

  private latest(): [string, { deadline: number }] {
    return [...this.armed].reduce((one, other) =>
      other[1].deadline > one[1].deadline ? other : one,
    );
  }
}
