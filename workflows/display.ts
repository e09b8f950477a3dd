import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { nodeIdOf } from '../definition/run-state/address';
import { isoTime } from '../definition/run-state/iso-time';
import type { LoadedPlan } from '../definition/plan/load';
import type { RunState } from '../definition/run-state/types';
import { STATUS_KEY, WAIT_KEY } from './search-attributes';

/** Addresses named in the current details. */
const MAX_NAMED = 10;

/** What an operator sees of a run in the Temporal UI. */
export class Display {
  private status = 'running';
  private wait: string | null = null;

  constructor(
    private readonly plan: LoadedPlan,
    private readonly state: RunState,
    private readonly searchable: boolean,
  ) {
    if (state.shown === 'waiting') this.readShown();
  }

  /** Details cost nothing; an upsert of search attributes costs an event, so only a change makes one. */
  update(): void {
    setCurrentDetails(this.details());
    if (!this.searchable || this.state.phase === 'ended') return;
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
    if (!this.searchable) return;
    upsertSearchAttributes([
      { key: STATUS_KEY, value: end.status },
      { key: WAIT_KEY, value: null },
    ]);
  }

  timerSummary(address: string): string {
    const node = this.plan.nodes[this.plan.indexById.get(nodeIdOf(address)) ?? -1];
    return node ? `${address} · ${node.title}` : address;
  }

  private readShown(): void {
    const [address] = [...Object.keys(this.state.waits), ...Object.keys(this.state.timers)];
    this.status = this.state.shown;
    this.wait = this.state.shown === 'waiting' && address !== undefined ? nodeIdOf(address) : null;
  }

  private details(): string {
    const lines = [
      listing('Running', Object.keys(this.state.inFlight)),
      listing('Queued', this.state.ready),
      listing(
        'Waiting',
        Object.entries(this.state.timers).map(
          ([at, { deadline }]) => `${at} until ${isoTime(deadline)}`,
        ),
      ),
      listing(
        'Child runs',
        Object.values(this.state.children).map(({ runId }) => runId),
      ),
    ];
    return lines.filter((line) => line !== '').join('\n\n');
  }
}

function listing(name: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const more = items.length > MAX_NAMED ? ` and ${items.length - MAX_NAMED} more` : '';
  return `**${name}**: ${items.slice(0, MAX_NAMED).join(', ')}${more}`;
}
