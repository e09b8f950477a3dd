import type { Pool } from 'pg';
import type { Json, JsonObject } from '../../definition/json';
import type { Plan } from '../../definition/plan/types';
import type { OrganizationContext } from '../../definition/organization';
import type { RunVariable } from '../../definition/variables';
import type { StartableRun } from '../runs/run-engine';
import { disabledActions } from './disabled-actions';
import { json } from './event-parameters';
import { type Admission, isByHand, type Refusal, refusalOf } from './run-admission';
import { run, type Statement } from './statements';

/** A run that is about to be started. */
export interface NewRun {
  organizationId: string;
  id: string;
  /** Empty for an inline run. */
  workflowId: string;
  workflowVersion: number;
  /** Inline runs only. */
  inline?: { definition: JsonObject; plan: Plan };
  triggerNodeId: string;
  /** The payload as it was given. */
  triggerPayload: Json;
  triggerResult: Json;
  propValues: JsonObject;
  /** What `$vars` reads: given, or those of the workflow as they are now. Absent when its plan needs none. */
  variables?: readonly RunVariable[] | 'of-workflow';
  /** What `$org` reads: given, or the organization as it is now. Absent when its plan does not need it. */
  organization?: OrganizationContext | 'as-it-is';
  /** What started it: `manual`, `api`, `trigger-workflow`, `retry` ... */
  triggerSource: string;
  /** Id of the API key or of the run that started it. */
  triggeredBy: string | null;
  /** The run that this one retries. */
  sourceRunId?: string;
  isSimulation?: boolean;
  /** Simulations only: results by node address. */
  mocks?: JsonObject;
  parent?: { runId: string; address: string; waits: boolean };
  /** Levels of `trigger-workflow` above it. */
  depth: number;
  startedAt: Date;
  /** Types of the nodes of its plan: none of them may be disabled. */
  actionTypes: readonly string[];
}

const COLUMNS = [
  'organization_id text',
  'id text',
  'workflow_id text',
  'workflow_version integer',
  'definition json',
  'plan json',
  'status text',
  'trigger_node_id text',
  'trigger_payload json',
  'trigger_result json',
  'prop_values json',
  'trigger_source text',
  'triggered_by text',
  'source_run_id text',
  'is_simulation boolean',
  'mocks json',
  'parent_run_id text',
  'parent_path text',
  'parent_waits boolean',
  'depth integer',
  'started_at timestamptz',
].map((column) => column.split(' ') as [name: string, type: string]);

/** How many parameters {@link runParameters} gives: the columns, two each for variables and organization, and its actions. */
export const RUN_PARAMETERS = COLUMNS.length + 5;

/** Where the columns of a run stand that decide whether it may start. */
const ORGANIZATION_AT = 0;
const ID_AT = 1;
const WORKFLOW_AT = 2;
const SOURCE_AT = COLUMNS.findIndex(([name]) => name === 'trigger_source');
const SIMULATION_AT = COLUMNS.findIndex(([name]) => name === 'is_simulation');

/**
 * SQL that asks the restrictions and the limits of the workflow of a run whose columns are the parameters from
 * `first` on, and counts the run: an {@link Admission}. One that is there already is admitted.
 */
export function admitRunSql(first: number): string {
  const [organization, id, workflow, source] = [
    ...[ORGANIZATION_AT, ID_AT, WORKFLOW_AT, SOURCE_AT],
  ].map((at) => `$${first + at}::text`);
  return `CASE WHEN ${disabledSql(first)} AND NOT EXISTS (
      SELECT FROM runs WHERE organization_id = ${organization} AND id = ${id}) THEN 'disabled'
    WHEN weft_cu_exhausted(${organization}) THEN 'no-cu'
    ELSE weft_admit_run(${organization}, ${workflow}, ${id}, ${source}) END`;
}

/** SQL for whether a run whose columns are the parameters from `first` on has an action that is disabled. */
function disabledSql(first: number): string {
  return `EXISTS (SELECT FROM organization_restrictions
      WHERE organization_id = $${first + ORGANIZATION_AT}::text AND type = 'disabled_action'
        AND action_type = ANY ($${first + RUN_PARAMETERS - 1}::text[]))`;
}

/**
 * SQL that inserts a run whose columns are the parameters from `first` on, unless its id is taken, or its
 * organization has disabled one of its actions or used up its compute units. Every start comes by here, so none can
 * forget to ask. The conflict names no index: with one named, calls that race can fail at the other.
 */
export function insertRunSql(first: number, { from = '', where = 'true' } = {}): string {
  const values = COLUMNS.map(([, type], index) => `$${first + index}::${type}`);
  const ofWorkflow = first + COLUMNS.length;
  const asItIs = ofWorkflow + 2;
  return `INSERT INTO runs (${COLUMNS.map(([name]) => name).join(', ')}, variables, organization_context)
    SELECT ${values.join(', ')}, CASE WHEN $${ofWorkflow}::boolean
      THEN weft_run_variables($${first}::text, $${first + 2}::text) ELSE $${ofWorkflow + 1}::json END,
      CASE WHEN $${asItIs}::boolean
      THEN weft_organization_context($${first}::text) ELSE $${asItIs + 1}::json END
    ${from}
    WHERE ${where} AND NOT ${disabledSql(first)} AND (
      $${first + SIMULATION_AT} OR NOT weft_cu_exhausted($${first + ORGANIZATION_AT}))
    ON CONFLICT DO NOTHING RETURNING id, variables, organization_context AS organization`;
}

export function runParameters(row: NewRun): unknown[] {
  return [
    row.organizationId,
    row.id,
    row.workflowId,
    row.workflowVersion,
    json(row.inline?.definition),
    json(row.inline?.plan),
    'running',
    row.triggerNodeId,
    json(row.triggerPayload),
    json(row.triggerResult),
    json(row.propValues),
    row.triggerSource,
    row.triggeredBy,
    row.sourceRunId ?? null,
    row.isSimulation ?? false,
    json(row.mocks),
    row.parent?.runId ?? null,
    row.parent?.address ?? null,
    row.parent?.waits ?? false,
    row.depth,
    row.startedAt,
    row.variables === 'of-workflow',
    json(row.variables === 'of-workflow' ? undefined : row.variables),
    row.organization === 'as-it-is',
    json(row.organization === 'as-it-is' ? undefined : row.organization),
    row.actionTypes,
  ];
}

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

/**
 * Undoes an end. Events that come again have the keys they had, so the old ones are renamed; successes
 * stay, the first one wins; what was not successful may happen again, in attempts that count anew. So may its waits:
 * they are told again of their resumes, and of the runs that have ended while nobody waited for them.
 */
const REOPEN: Statement = {
  name: 'weft_reopen',
  text: `WITH run AS (
      UPDATE runs SET ended = false, ended_by = NULL, status = 'running', finished_at = NULL, error = NULL,
        output = NULL, cancel_requested_at = NULL
      WHERE organization_id = $1 AND id = $2 AND ended RETURNING last_seq
    ), nodes AS (
      UPDATE run_nodes SET status = 'pending', finished_at = NULL, result = NULL, error = NULL,
        branch = NULL, wake_at = NULL, attempt = 0, attempts = 0
      FROM run WHERE organization_id = $1 AND run_id = $2 AND status NOT IN ('success', 'partial')
      RETURNING path
    ), events AS (
      UPDATE run_events SET key = 'until_' || last_seq || ':' || key
      FROM run WHERE organization_id = $1 AND run_id = $2
    ), timeouts AS (
      DELETE FROM run_claims USING run
      WHERE organization_id = $1 AND run_id = $2 AND kind = 'timeout'
        AND (consumed_at IS NULL OR path IN (SELECT path FROM nodes))
    ), claims AS (
      UPDATE run_claims SET acked_at = NULL, consumed_at = NULL
      FROM run WHERE organization_id = $1 AND run_id = $2 AND kind <> 'timeout'
        AND (consumed_at IS NULL OR path IN (SELECT path FROM nodes))
    ), children AS (
      INSERT INTO run_claims
        (organization_id, run_id, path, kind, name, id, payload, source, created_at)
      SELECT $1, $2, child.parent_path, 'child', '', 'child_' || child.id,
        json_build_object('runId', child.id, 'status', child.status, 'output', child.output,
          'error', child.error), 'child', clock_timestamp()
      FROM run, runs child
      WHERE child.organization_id = $1 AND child.parent_run_id = $2 AND child.parent_waits
        AND child.ended
      ON CONFLICT DO NOTHING
    )
    SELECT last_seq FROM run`,
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
