import type { Pool } from 'pg';

export interface LostRun {
  organizationId: string;
  runId: string;
  /** Empty for an inline run. */
  workflowId: string;
}

export interface UnstartedRun extends LostRun {
  isSimulation: boolean;
  cancelRequested: boolean;
}

export interface RestartedRun extends LostRun {
  /** False: it was ended before it began, and nothing of it is in its stream but the end. */
  hasBegun: boolean;
}

/** A workflow that runs, as Temporal shows it. */
export interface Execution {
  runId: string;
  startedAt: Date;
}

const RUN = `r.organization_id AS "organizationId", r.id AS "runId", r.workflow_id AS "workflowId"`;

/** Runs of which record and Temporal may differ. Pages go by id: `after` is the last one of the page before. */
export class LostRuns {
  constructor(private readonly pool: Pool) {}

  /** Older than `before`, and neither Temporal nor a simulation has written anything of them. */
  unstarted(before: Date, limit: number, after = ''): Promise<UnstartedRun[]> {
    return this.read<UnstartedRun>(
      `SELECT ${RUN}, is_simulation AS "isSimulation",
         cancel_requested_at IS NOT NULL AS "cancelRequested"
       FROM runs r
       WHERE workflow_started_at IS NULL AND NOT ended AND started_at < $1 AND id > $3
       ORDER BY id LIMIT $2`,
      [before, limit, after],
    );
  }

  /** Started, and asked to stop before then. */
  toCancel(before: Date, limit: number, after = ''): Promise<LostRun[]> {
    return this.read(
      `SELECT ${RUN} FROM runs r
       WHERE cancel_requested_at < $1 AND NOT ended AND workflow_started_at IS NOT NULL AND id > $3
       ORDER BY id LIMIT $2`,
      [before, limit, after],
    );
  }

  /** Started and not ended. */
  open(limit: number, after = ''): Promise<LostRun[]> {
    return this.read(
      `SELECT ${RUN} FROM runs r
       WHERE NOT ended AND NOT is_simulation AND workflow_started_at IS NOT NULL AND id > $2
       ORDER BY id LIMIT $1`,
      [limit, after],
    );
  }

  /** Those that have not ended. */
  openAmong(runIds: readonly string[]): Promise<LostRun[]> {
    if (runIds.length === 0) return Promise.resolve([]);
    return this.read(
      `SELECT ${RUN} FROM runs r WHERE id = ANY ($1) AND NOT ended AND NOT is_simulation`,
      [runIds],
    );
  }

  /**
   * Those that had ended when their workflow started. A run that is just ending is none of them: its end
   * is written before its workflow closes, but after it started.
   */
  restarted(executions: readonly Execution[]): Promise<RestartedRun[]> {
    if (executions.length === 0) return Promise.resolve([]);
    return this.read<RestartedRun>(
      `SELECT ${RUN}, EXISTS (
           SELECT FROM run_events e
           WHERE e.organization_id = r.organization_id AND e.run_id = r.id AND e.type = 'run_started'
         ) AS "hasBegun"
       FROM unnest($1::text[], $2::timestamptz[]) AS execution (run_id, started_at)
       JOIN runs r ON r.id = execution.run_id
       WHERE r.ended AND NOT r.is_simulation AND r.finished_at < execution.started_at`,
      [executions.map(({ runId }) => runId), executions.map(({ startedAt }) => startedAt)],
    );
  }

  private async read<Row extends LostRun = LostRun>(
    text: string,
    values: unknown[],
  ): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>(text, values);
    return rows;
  }
}
