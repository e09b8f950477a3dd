import type { Pool } from 'pg';
import { run, type Statement } from '../record/statements';
import { TALLY_RUNS } from './tally-runs';
import { TALLY_WORKFLOWS } from './tally-workflows';

/** Rows of one statement: some ten milliseconds. */
const PAGE = 500;
/** Pages of one round: what is more comes in the next one. */
const MAX_PAGES = 10;

/** Keeps the counts that metrics and statistics are read from. */
export class Tallies {
  constructor(private readonly pool: Pool) {}

  /** Counts what has ended or changed since, and gives how many runs and workflows that were. */
  async update(signal?: AbortSignal): Promise<number> {
    const workflows = await this.pages(TALLY_WORKFLOWS, signal);
    return workflows + (await this.pages(TALLY_RUNS, signal));
  }

  private async pages(statement: Statement, signal?: AbortSignal): Promise<number> {
    let total = 0;
    for (let page = 0; page < MAX_PAGES && signal?.aborted !== true; page++) {
      const [row] = await run<{ tallied: number }>(this.pool, statement, [PAGE]);
      const tallied = row?.tallied ?? 0;
      total += tallied;
      if (tallied < PAGE) break;
    }
    return total;
  }
}
