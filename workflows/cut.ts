import { sleep, workflowInfo } from '@temporalio/workflow';
import type { RunState } from '../definition/run-state/types';
import type { Inbox } from './inbox';
import type { RunStart } from './messages';
import { shielded } from './shielded';

/** How long a run launches nothing while it waits for what is in flight: an action may be tried for days. */
const MAX_HOLD_MS = 15_000;
/** Budgets of history after which a run waits for its cut however long it takes. */
const MOST_BUDGETS = 5;
/** Bytes of history of which the same is true. Temporal ends a run at 50 MB. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * When a run continues as new. It holds, so that what is in flight comes back; when that takes too long it
 * goes on, and holds again when its history has grown by half a budget more.
 */
export class Cut {
  /** True while the run holds. */
  isUnderWay = false;
  /** Length of the history before which the run does not hold again. */
  private notBefore = 0;

  constructor(
    private readonly state: RunState,
    private readonly limits: RunStart['limits'],
    private readonly inbox: Inbox,
  ) {}

  /** The flag of a new worker version is not asked (ADR 0010): it is set only for a run that is pinned, and a cut would not clear it. */
  isDue(now: number): boolean {
    const { continueAsNewSuggested, historyLength, runStartTime } = workflowInfo();
    if (!continueAsNewSuggested && historyLength < this.limits.maxHistoryEvents) return false;
    if (now - runStartTime.getTime() < this.limits.minCutAgeMs) return false;
    return historyLength >= this.notBefore || !this.isAwaited();
  }

  /** The run holds from now on. */
  begin(): void {
    this.isUnderWay = true;
    if (!this.isAwaited() || this.isUrgent()) return;
    void shielded(() =>
      this.inbox.expect(
        sleep(MAX_HOLD_MS, { summary: 'until the run goes on uncut' }),
        (_, now) => {
          this.isUnderWay = false;
          this.notBefore = workflowInfo().historyLength + this.limits.maxHistoryEvents / 2;
          return { kind: 'release', now };
        },
      ),
    );
  }

  /** Whether something is in flight, whose outcome a cut would lose. */
  isAwaited(): boolean {
    return Object.keys(this.state.inFlight).length > 0;
  }

  private isUrgent(): boolean {
    const { historyLength, historySize } = workflowInfo();
    return (
      historyLength >= MOST_BUDGETS * this.limits.maxHistoryEvents || historySize >= MOST_BYTES
    );
  }
}
