import type { Pool } from 'pg';
import type { OrganizationContext } from '../../definition/organization';
import type { RunVariable } from '../../definition/variables';
import type { StartableRun } from '../runs/run-engine';
import { disabledActions } from './disabled-actions';
import { admitRunSql, insertRunSql, type NewRun, runParameters } from './new-run';
import { REOPEN } from './reopen';
import { type Admission, isByHand, type Refusal, refusalOf } from './run-admission';
import { run, type Statement } from './statements';

const CREATE: Statement = { name: 'weft_create_run', text: insertRunSql(1) };

/** {@link CREATE} of a run that no person asked for, which its workflow's limits may keep from starting. */
const CREATE_ADMITTED: Statement = {
  name: 'weft_create_admitted_run',
  text: `WITH admission AS MATERIALIZED (
      SELECT ${admitRunSql(1)} AS verdict
    ), created AS (
      ${insertRunSql(1, { from: 'FROM admission', where: "verdict = 'admitted'" })}
    )
    SELECT verdict, created.id IS NOT NULL AS created, created.variables, created.organization
    FROM admission LEFT JOIN created ON true`,
};

const EXISTS: Statement = {
  name: 'weft_run_exists',
  text: 'SELECT FROM runs WHERE organization_id = $1 AND id = $2',
};

/** Over all organizations, as ids of runs are. */
const IS_TAKEN: Statement = { name: 'weft_run_taken', text: 'SELECT FROM runs WHERE id = $1' };

const FOUND: Statement = {
  name: 'weft_found_by_run',
  text: `SELECT variables, organization_context AS organization FROM runs
    WHERE organization_id = $1 AND id = $2`,
};

const MARK_STARTED: Statement = {
  name: 'weft_mark_started',
  text: `UPDATE runs SET workflow_started_at = now()
    WHERE organization_id = $1 AND id = $2 AND workflow_started_at IS NULL`,
};

const REQUEST_CANCEL: Statement = {
  name: 'weft_request_cancel',
  text: `UPDATE runs
    SET cancel_requested_at = CASE WHEN ended THEN cancel_requested_at
      ELSE coalesce(cancel_requested_at, now()) END
    WHERE organization_id = $1 AND id = $2 RETURNING ended`,
};

interface FoundRow {
  variables: RunVariable[] | null;
  organization: OrganizationContext | null;
}

/** What a run found at its start, as far as its plan needs it. */
export type FoundAtStart = Pick<StartableRun, 'variables' | 'organization'>;

const foundIn = ({ variables, organization }: FoundRow): FoundAtStart => ({
  ...(variables && { variables }),
  ...(organization && { organization }),
});

/** Of a run that is written. */
export async function foundByRun(
  pool: Pool,
  organizationId: string,
  runId: string,
): Promise<FoundAtStart> {
  const [row] = await run<FoundRow>(pool, FOUND, [organizationId, runId]);
  return row ? foundIn(row) : {};
}

export type NotCreated = 'duplicate' | 'exhausted' | Refusal;

/** Rows of runs: what happens to them from outside. */
export class RunRows {
  constructor(private readonly pool: Pool) {}

  /** {@link begin} of a run whose row is all that is wanted. */
  async create(row: NewRun): Promise<'created' | NotCreated> {
    const begun = await this.begin(row);
    return typeof begun === 'string' ? begun : 'created';
  }

  /**
   * Writes the row and gives what the run finds. `duplicate`: the id is taken, be it by another organization. Of two
   * calls that race, one creates. `disabled`: the organization has disabled an action of the run. `exhausted`: it has
   * used up its compute units. The rest comes from the limits of the workflow, which hold for runs that no person
   * asked for.
   */
  async begin(row: NewRun): Promise<FoundAtStart | NotCreated> {
    if (!isByHand(row)) return this.beginAdmitted(row);
    const [created] = await run<FoundRow>(this.pool, CREATE, runParameters(row));
    return created ? foundIn(created) : this.whyNot(row);
  }

  private async beginAdmitted(row: NewRun): Promise<FoundAtStart | NotCreated> {
    const [outcome] = await run<FoundRow & { verdict: Admission; created: boolean }>(
      this.pool,
      CREATE_ADMITTED,
      runParameters(row),
    );
    const refusal = refusalOf(outcome?.verdict);
    if (refusal !== undefined) return refusal;
    return outcome?.created === true ? foundIn(outcome) : this.whyNot(row);
  }

  private async whyNot({ organizationId, id, actionTypes }: NewRun): Promise<NotCreated> {
    const taken = await run(this.pool, IS_TAKEN, [id]);
    if (taken.length > 0) return 'duplicate';
    const disabled = await disabledActions(this.pool, organizationId, actionTypes);
    return disabled.length > 0 ? 'disabled' : 'exhausted';
  }

  async exists(organizationId: string, runId: string): Promise<boolean> {
    return (await run(this.pool, EXISTS, [organizationId, runId])).length > 0;
  }

  /** Notes that Temporal has acknowledged the start. */
  async markStarted(organizationId: string, runId: string): Promise<void> {
    await run(this.pool, MARK_STARTED, [organizationId, runId]);
  }

  async requestCancel(
    organizationId: string,
    runId: string,
  ): Promise<'requested' | 'run-ended' | 'unknown-run'> {
    const [row] = await run<{ ended: boolean }>(this.pool, REQUEST_CANCEL, [organizationId, runId]);
    if (!row) return 'unknown-run';
    return row.ended ? 'run-ended' : 'requested';
  }

  /** For a workflow that was reset in Temporal and runs again. False when the run had not ended. */
  async reopen(organizationId: string, runId: string): Promise<boolean> {
    const reopened = await run(this.pool, REOPEN, [organizationId, runId]);
    return reopened.length > 0;
  }
}
