import {
  CancellationScope,
  setCurrentDetails,
  sleep,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import { nodeIdOf } from '../definition/run-state/address';
import { isoTime } from '../definition/run-state/iso-time';
import type { LoadedPlan } from '../definition/plan/load';
import type { RunState } from '../definition/run-state/types';
import type { Inbox } from './inbox';
import type { RunStart } from './messages';
import { STATUS_KEY, WAIT_KEY } from './search-attributes';
import { shielded } from './shielded';
import { nodeSummary, runSummary } from './summary';

/** Addresses named in the current details. */
const MAX_NAMED = 10;
/** How long a run may be shown as waiting after it went on, in milliseconds. */
const LATE_MS = 1_000;

interface Shown {
  status: string;
  /** Id of the node that is waited at. */
  wait: string | null;
}

/** What an operator sees of a run in the Temporal UI. */
export class Display {
  /** What the search attributes say. */
  private shown: Shown = { status: 'running', wait: null };
  /** Of the wait or delay that is shown. */
  private address: string | undefined;
  /** Runs while a run that went on is still shown as waiting. */
  private late: CancellationScope | undefined;
  private isLate = false;

  constructor(
    private readonly plan: LoadedPlan,
    private readonly state: RunState,
    private readonly start: RunStart,
    private readonly inbox: Inbox,
  ) {
    if (state.shown === 'waiting') this.shown = this.read();
  }

  /**
   * Details cost nothing; an upsert of search attributes costs an event, so only a change makes one. It also holds up the
   * commands beside it by some milliseconds, as long as a step: that a run goes on is shown a second later, or not at
   * all when it waits or ends before.
   */
  update(): void {
    setCurrentDetails(this.details());
    if (!this.start.searchable || this.state.phase === 'ended') return;
    const { status, wait } = this.read();
    const isShown =
      status === this.shown.status && (status === 'running' || wait === this.shown.wait);
    if (!isShown && status === 'running' && !this.isLate) this.showLater();
    else this.show({ status, wait }, isShown);
  }

  /** What is still to be shown, before the run continues as new. */
  settle(): void {
    if (this.late) this.show(this.read());
  }

  end(): void {
    const { end } = this.state;
    if (!end) return;
    setCurrentDetails(
      `${end.status}${end.error?.path === undefined ? '' : ` at ${end.error.path}`}`,
    );
    if (this.start.searchable) upsert({ status: end.status, wait: null });
  }

  timerSummary(address: string): string {
    const node = this.plan.nodes[this.plan.indexById.get(nodeIdOf(address)) ?? -1];
    return nodeSummary(address, node?.title ?? '');
  }

  private showLater(): void {
    if (this.late) return;
    const scope = new CancellationScope();
    this.late = scope;
    const summary = 'shown as running';
    void shielded(() =>
      scope.run(() =>
        this.inbox.expect(sleep(LATE_MS, { summary }), () => {
          this.isLate = true;
          return undefined;
        }),
      ),
    );
  }

  private show(now: Shown, isShown = false): void {
    this.late?.cancel();
    this.late = undefined;
    this.isLate = false;
    if (isShown) return;
    this.shown = now;
    upsert(now);
  }

  private read(): Shown {
    const status = this.state.shown;
    if (status === 'running') this.address = undefined;
    // Open waits may be thousands: they are gone through only when the one that is shown is over.
    else if (this.address === undefined || !this.isOpen(this.address)) {
      this.address = Object.keys(this.state.waits)[0] ?? Object.keys(this.state.timers)[0];
    }
    return { status, wait: this.address === undefined ? null : nodeIdOf(this.address) };
  }

  private isOpen(address: string): boolean {
    return Object.hasOwn(this.state.waits, address) || Object.hasOwn(this.state.timers, address);
  }

  private details(): string {
    const { workflowId, workflowName, workflowVersion } = this.start;
    const { inFlight, ready, timers, children } = this.state;
    const lines = [
      // The summary of the first execution has it too, and is gone when the run continues as new.
      runSummary(workflowId, workflowName, workflowVersion),
      listing('Running', Object.keys(inFlight)),
      listing('Queued', ready),
      listing('Waiting', Object.keys(timers), (at) => {
        const deadline = timers[at]?.deadline ?? 0;
        return `${at} until ${isoTime(deadline)}`;
      }),
      listing('Child runs', Object.keys(children), (at) => children[at]?.runId ?? ''),
    ];
    return lines.filter((line) => line !== '').join('\n\n');
  }
}

function upsert({ status, wait }: Shown): void {
  upsertSearchAttributes([
    { key: STATUS_KEY, value: status },
    { key: WAIT_KEY, value: wait },
  ]);
}

/** The first of them by name, and how many more there are. */
function listing(
  name: string,
  addresses: readonly string[],
  show: (address: string) => string = (address) => address,
): string {
  if (addresses.length === 0) return '';
  const more = addresses.length - MAX_NAMED;
  const named = addresses.slice(0, MAX_NAMED).map(show).join(', ');
  return `**${name}**: ${named}${more > 0 ? ` and ${more} more` : ''}`;
}
