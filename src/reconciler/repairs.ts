import type { Pool } from 'pg';
import type { RunRecord } from '../../activities/deps';
import type { ProgressEvent, RunError, RunStatus } from '../../definition/progress';
import type { JsonObject } from '../../definition/json';
import type { Claims } from '../record/claims';
import type { RunRows } from '../record/run-rows';
import type { StoredRuns } from '../record/stored-runs';
import type { TemporalRunEngine } from '../temporal/temporal-run-engine';
import type { TemporalWorkflows } from '../temporal/temporal-workflows';

/** Rows looked at in one round, so that a round stays short. */
const BATCH = 200;
/** A row this old without a workflow is started. */
const UNSTARTED_AFTER_MS = 30_000;
const UNACKNOWLEDGED_AFTER_MS = 10_000;
/** A run writes its end before its workflow closes: until then it only looks as if it ran again. */
const CLOSING_MS = 15_000;
/** Visibility may lag this much behind. */
const VISIBILITY_LAG_MS = 60_000;

export interface RepairDeps {
  pool: Pool;
  rows: RunRows;
  stored: StoredRuns;
  claims: Claims;
  record: Pick<RunRecord, 'flush'>;
  engine: TemporalRunEngine;
  workflows: TemporalWorkflows;
}

/** One way in which record and Temporal may differ, and its mending. Each may run twice. */
export interface Repair {
  name: string;
  /** @returns how much was mended */
  run(deps: RepairDeps, now: Date): Promise<number>;
}

/** A row is written before its workflow is started: a process that dies in between leaves it for here. */
const startUnstarted: Repair = {
  name: 'unstarted runs',
  async run({ rows, stored, engine, workflows, record }, now) {
    const found = await rows.unstarted(new Date(now.getTime() - UNSTARTED_AFTER_MS), BATCH);
    let mended = 0;
    for (const { organizationId, runId, isSimulation } of found) {
      if (!isSimulation && (await workflows.describe(runId)).kind !== 'absent') {
        await rows.markStarted(organizationId, runId);
        continue;
      }
      const loaded = await stored.load(organizationId, runId);
      if (!loaded) {
        await end(record, organizationId, runId, 'failure', LOST_PLAN);
      } else if (isSimulation) {
        await engine.simulate(loaded.run, loaded.mocks);
      } else {
        await engine.startRun(loaded.run, loaded.place);
      }
      mended += 1;
    }
    return mended;
  },
};

const LOST_PLAN = { code: 'plan_lost', message: 'The version that this run is pinned to is gone.' };

/** A signal may be lost with the process that was to send it: the claim is in the record. */
const signalAgain: Repair = {
  name: 'unacknowledged claims',
  async run({ claims, engine }, now) {
    const before = new Date(now.getTime() - UNACKNOWLEDGED_AFTER_MS);
    const found = await claims.notAcknowledged(before, BATCH);
    for (const { runId, kind, claim } of found) await engine.signalClaim(runId, claim, kind);
    return found.length;
  },
};

/** A workflow that was terminated in the Temporal UI has not written its end. */
const endStopped: Repair = {
  name: 'stopped workflows',
  async run({ pool, record, workflows }, now) {
    const since = new Date(now.getTime() - VISIBILITY_LAG_MS * 2);
    const stopped = await workflows.stoppedSince(since, BATCH);
    let mended = 0;
    for (const { organizationId, runId } of await rowsOf(pool, stopped)) {
      const sight = await workflows.describe(runId);
      if (sight.kind !== 'closed') continue;
      const status =
        sight.how === 'canceled' || sight.how === 'cancelled' ? 'cancelled' : 'failure';
      await end(record, organizationId, runId, status, {
        code: `workflow_${sight.how}`,
        message: `The workflow of this run was ended outside of it: ${sight.how}.`,
      });
      mended += 1;
    }
    return mended;
  },
};

/** A workflow that was reset in the Temporal UI runs again: its row goes on. */
const reopenReset: Repair = {
  name: 'reset workflows',
  async run({ pool, workflows }, now) {
    const since = new Date(now.getTime() - VISIBILITY_LAG_MS * 2);
    const started = await workflows.startedSince(since, BATCH * 5);
    let mended = 0;
    const endedBefore = new Date(now.getTime() - CLOSING_MS);
    for (const { organizationId, runId } of await rowsOf(pool, started, endedBefore)) {
      if ((await workflows.describe(runId)).kind !== 'running') continue;
      await pool.query(
        `UPDATE runs SET ended = false, status = 'running', finished_at = NULL, error = NULL, output = NULL
         WHERE organization_id = $1 AND id = $2`,
        [organizationId, runId],
      );
      mended += 1;
    }
    return mended;
  },
};

/** Those that have not ended, or that had ended before then. */
async function rowsOf(
  pool: Pool,
  runIds: readonly string[],
  endedBefore?: Date,
): Promise<{ organizationId: string; runId: string }[]> {
  if (runIds.length === 0) return [];
  const { rows } = await pool.query<{ organizationId: string; runId: string }>(
    `SELECT organization_id AS "organizationId", id AS "runId" FROM runs
     WHERE id = ANY ($1) AND NOT is_simulation
       AND CASE WHEN $2::timestamptz IS NULL THEN NOT ended ELSE ended AND finished_at < $2 END`,
    [runIds, endedBefore],
  );
  return rows;
}

async function end(
  record: Pick<RunRecord, 'flush'>,
  organizationId: string,
  runId: string,
  status: Extract<RunStatus, 'failure' | 'cancelled'>,
  error: RunError,
): Promise<void> {
  const at = Date.now();
  const output: JsonObject = {};
  const event: ProgressEvent = {
    key: 'reconciled-end',
    type: status === 'failure' ? 'run_failed' : 'run_cancelled',
    at,
    status,
    error,
  };
  await record.flush({
    run: { organizationId, runId, workflowId: '' },
    carried: { events: [event], acks: [] },
    end: { status, error, output, at },
  });
}

export const REPAIRS: readonly Repair[] = [startUnstarted, signalAgain, endStopped, reopenReset];
