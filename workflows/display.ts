import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { nodeIdOf } from '../definition/run-state/address';
import { isoTime } from '../definition/run-state/iso-time';
import type { LoadedPlan } from '../definition/plan/load';
import type { RunState } from '../definition/run-state/types';
import type { RunStart } from './messages';
import { STATUS_KEY, WAIT_KEY } from './search-attributes';
import { nodeSummary, runSummary } from './summary';

/** Addresses named in the current details. */
const MAX_NAMED = 10;

/** What an operator sees of a run in the Temporal UI. */
export class Display {
  private status = 'running';
  private wait: string | null = null;
  /** Of the wait or delay that is shown. */
  private address: string | undefined;

  constructor(
    private readonly plan: LoadedPlan,
    private readonly state: RunState,
    private readonly start: RunStart,
  ) {
    if (state.shown === 'waiting') this.readShown();
  }

  /** Details cost nothing; an upsert of search attributes costs an event, so only a change makes one. */
  update(): void {
    setCurrentDetails(this.details());
    if (!this.start.searchable || this.state.phase === 'ended') return;
    const { status, wait } = this;
    this.readShown();
    if (status === this.status && (wait === this.wait || this.status === 'running')) return;
    upsertSearchAttributes([
      { key: STATUS_KEY, value: this.status },
      { key: WAIT_KEY, value: this.wait },
    ]);
  }

  end(): void {
    const { end } = this.state;
    if (!end) return;
    setCurrentDetails(
      `${end.status}${end.error?.path === undefined ? '' : ` at ${end.error.path}`}`,
    );
    if (!this.start.searchable) return;
    upsertSearchAttributes([
      { key: STATUS_KEY, value: end.status },
      { key: WAIT_KEY, value: null },
    ]);
  }

  timerSummary(address: string): string {
    const node = this.plan.nodes[this.plan.indexById.get(nodeIdOf(address)) ?? -1];
    return nodeSummary(address, node?.title ?? '');
  }

  private readShown(): void {
    this.status = this.state.shown;
    if (this.status === 'running') this.address = undefined;
    // Open waits may be thousands: they are gone through only when the one that is shown is over.
    else if (this.address === undefined || !this.isOpen(this.address)) {
      this.address = Object.keys(this.state.waits)[0] ?? Object.keys(this.state.timers)[0];
    }
    this.wait = this.address === undefined ? null : nodeIdOf(this.address);
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
