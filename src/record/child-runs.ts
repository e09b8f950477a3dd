import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { ActionError } from '../../activities/action';
import type { Blocks } from '../../definition/blocks/types';
import { isJsonObject, type JsonObject } from '../../definition/json';
import type { Plan } from '../../definition/plan/types';
import type { WorkflowDefinition } from '../../definition/types';
import type { VariableDef } from '../../definition/variables';
import { idFromDigest } from '../database/ids';
import type { StartableRun } from '../runs/run-engine';
import { type Ask, loadBlocks } from './block-versions';
import { actionTypesOf, disabledActions } from './disabled-actions';
import { exhausted, refused, tooLate } from './child-refusals';
import { findChildSource, type ChildSource } from './child-source';
import { EVENT_FIELDS, eventsParameters, eventsSql } from './event-parameters';
import { admitRunSql, insertRunSql, RUN_PARAMETERS, runParameters } from './new-run';
import type { Price } from './price';
import { type Admission, refusalOf } from './run-admission';
import { foundByRun } from './run-rows';
import { run, type Statement } from './statements';
import type { RunPlace } from './stored-runs';
import { manualTriggerResult } from './trigger-result';
import type { ChildTask, PreparedChild } from './types';
import { variablesOfWorkflow } from './workflow-variables';

/** What child runs need of the rest of the house. */
export interface ChildRules {
  /** Compiles a version that has no plan yet. */
  compile(
    definition: JsonObject,
    variables: readonly VariableDef[],
    blocks: Blocks,
  ): { plan: Plan } | { problems: string[] };
  /** What is wrong with a payload by the trigger's input schema. */
  checkInput(definition: JsonObject, triggerNodeId: string, payload: JsonObject): string[];
  /** The argument of the child's Temporal workflow. */
  toStart(run: StartableRun, place: RunPlace): PreparedChild['start'];
}

const acksAt = 3 + EVENT_FIELDS;
/** Behind the columns of the child. */
const addressAt = acksAt + 1 + RUN_PARAMETERS;

const CREATE_CHILD: Statement = {
  name: 'weft_create_child',
  text: `WITH parent AS MATERIALIZED (
      SELECT weft_flush($1, $2, ${eventsSql(3)}, $${acksAt}::text[]) AS open
    ), admission AS MATERIALIZED (
      SELECT open, CASE
        WHEN open AND weft_is_settled($1, $2, $${addressAt}::text) THEN 'settled'
        WHEN open THEN ${admitRunSql(acksAt + 1)} END AS verdict FROM parent
    ), child AS (
      ${insertRunSql(acksAt + 1, { from: 'FROM admission', where: "verdict = 'admitted'" })}
    )
    SELECT open, verdict, EXISTS (SELECT FROM child) AS made FROM admission`,
};

const STORE_PLAN: Statement = {
  name: 'weft_store_plan',
  text: `UPDATE workflow_versions SET plan = $4
    WHERE organization_id = $1 AND workflow_id = $2 AND number = $3 AND plan IS NULL`,
};

/** Without a verdict the parent has ended. */
interface CreatedChild {
  open: boolean;
  made: boolean;
  verdict: Admission | 'settled' | null;
}

/** Runs that a `trigger-workflow` node starts. */
export class ChildRuns {
  constructor(
    private readonly pool: Pool,
    private readonly rules: ChildRules,
    private readonly price: Price,
  ) {}

  /** Throws {@link ActionError} for what the author of the parent can mend. */
  async prepare(task: ChildTask): Promise<PreparedChild> {
    const { run: parent, node, input } = task;
    const runId = childRunId(parent.runId, node.address);
    const source = await findChildSource(this.pool, parent, runId, input.workflowId);
    const plan = await this.planOf(source);
    if (source.startedAt === null) await this.refuseDisabled(source, plan);
    const triggerNodeId = triggerOf(plan);
    const payload = this.payloadOf(source, triggerNodeId, input.payload ?? {});
    const startedAt = source.startedAt ?? new Date();
    const waits = input.waitForCompletion === true;
    const run: StartableRun = {
      runId,
      organizationId: parent.organizationId,
      workflowId: source.workflowId,
      workflowName: source.name,
      workflowVersion: source.version,
      plan,
      triggerNodeId,
      triggerInput: payload,
      triggerResult: manualTriggerResult(payload, startedAt),
      props: {},
      seeds: {},
    };
    const depth = source.parentDepth + 1;
    await this.write(task, run, { startedAt, waits, depth });
    if (plan.usesVariables ?? plan.usesOrganization) {
      Object.assign(run, await foundByRun(this.pool, parent.organizationId, runId));
    }
    const place = {
      depth,
      ...(waits && { parent: { runId: parent.runId, address: node.address } }),
    };
    return {
      runId,
      workflowId: source.workflowId,
      workflowName: source.name,
      plan,
      start: this.rules.toStart(run, place),
    };
  }

  private async planOf(source: ChildSource): Promise<Plan> {
    if (source.plan) return source.plan;
    const variables = await variablesOfWorkflow(this.pool, source);
    const ask: Ask = async <T extends object>(sql: string, parameters: unknown[]) =>
      (await this.pool.query<T>(sql, parameters)).rows;
    const { nodes = {} } = source.definition as unknown as Partial<WorkflowDefinition>;
    const blocks = await loadBlocks(ask, source.organizationId, nodes);
    const compiled = this.rules.compile(source.definition, variables, blocks);
    if ('problems' in compiled) {
      throw new ActionError(
        'workflow_invalid',
        `The workflow ${source.workflowId} can't run: ${compiled.problems.join('; ')}`,
      );
    }
    await run(this.pool, STORE_PLAN, [
      source.organizationId,
      source.workflowId,
      source.version,
      JSON.stringify(compiled.plan),
    ]);
    return compiled.plan;
  }

  private async refuseDisabled(source: ChildSource, plan: Plan): Promise<void> {
    const types = await disabledActions(this.pool, source.organizationId, actionTypesOf(plan));
    if (types.length === 0) return;
    throw new ActionError(
      'action_disabled',
      `The workflow ${source.workflowId} has actions that the organization has disabled: ${types.join(', ')}`,
    );
  }

  private payloadOf(source: ChildSource, triggerNodeId: string, payload: unknown): JsonObject {
    const object = payload as JsonObject;
    const problems = isJsonObject(payload)
      ? this.rules.checkInput(source.definition, triggerNodeId, object)
      : ['payload must be an object'];
    if (problems.length === 0) return object;
    throw new ActionError(
      'invalid_input',
      `The workflow ${source.workflowId} refuses its input: ${problems.join('; ')}`,
    );
  }

  private async write(
    { run: parent, node, carried }: ChildTask,
    child: StartableRun,
    { startedAt, waits, depth }: { startedAt: Date; waits: boolean; depth: number },
  ): Promise<void> {
    const [row] = await run<CreatedChild>(this.pool, CREATE_CHILD, [
      parent.organizationId,
      parent.runId,
      ...eventsParameters(parent, carried.events, this.price),
      carried.acks,
      ...runParameters({
        organizationId: child.organizationId,
        id: child.runId,
        workflowId: child.workflowId,
        workflowVersion: child.workflowVersion,
        triggerNodeId: child.triggerNodeId,
        triggerPayload: child.triggerInput,
        triggerResult: child.triggerResult,
        propValues: child.props,
        ...(child.plan.usesVariables && { variables: 'of-workflow' as const }),
        ...(child.plan.usesOrganization && { organization: 'as-it-is' as const }),
        triggerSource: 'trigger-workflow',
        triggeredBy: parent.runId,
        parent: { runId: parent.runId, address: node.address, waits },
        depth,
        startedAt,
        actionTypes: actionTypesOf(child.plan),
      }),
      node.address,
    ]);
    // Tried again, for the run may be about to be reopened.
    if (row?.open !== true) throw new ActionError('run_ended', 'The run has ended', true);
    const settled = row.verdict === 'settled';
    const refusal = row.verdict === 'settled' ? undefined : refusalOf(row.verdict);
    // No child is started by everybody.
    if (refusal !== undefined && refusal !== 'public-limit') {
      throw refused(refusal, child.workflowId);
    }
    if (!row.made && !(await this.isMade(child))) throw settled ? tooLate(node.id) : exhausted();
  }

  /** By an earlier attempt. */
  private async isMade({ organizationId, runId }: StartableRun): Promise<boolean> {
    const rows = await run(this.pool, IS_THERE, [organizationId, runId]);
    return rows.length > 0;
  }
}

const IS_THERE: Statement = {
  name: 'weft_child_there',
  text: 'SELECT FROM runs WHERE organization_id = $1 AND id = $2',
};

/** The same node of the same run always starts the same child. */
export function childRunId(parentRunId: string, address: string): string {
  const digest = createHash('sha256').update(`${parentRunId}\0${address}`).digest();
  return idFromDigest('run', digest);
}

/** The manual trigger, or else the first. */
function triggerOf(plan: Plan): string {
  const triggers = plan.nodes.filter(({ execution }) => execution === 'trigger');
  const trigger = triggers.find(({ type }) => type === 'manual') ?? triggers[0];
  if (!trigger) throw new ActionError('workflow_invalid', 'The workflow has no trigger');
  return trigger.id;
}
