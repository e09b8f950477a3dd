import type { Json, JsonObject } from '../../definition/json';
import type { OrganizationContext } from '../../definition/organization';
import type { Plan } from '../../definition/plan/types';
import type { RunVariable } from '../../definition/variables';
import { json } from './event-parameters';

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
