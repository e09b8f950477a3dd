import { Injectable, Logger } from '@nestjs/common';
import type { JsonObject } from '../../definition/json';
import type { Plan } from '../../definition/plan/types';
import { atDefault, declaredVariables } from '../../definition/variables';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import { CuAccounts } from '../cu/cu-accounts';
import { idFor, isMadeBefore } from '../idempotency/repeated-ids';
import { actionTypesOf } from '../record/disabled-actions';
import type { NewRun } from '../record/new-run';
import { type FoundAtStart, RunRows } from '../record/run-rows';
import { StoredRuns } from '../record/stored-runs';
import { manualTriggerResult } from '../record/trigger-result';
import { ActionRestrictions } from '../restrictions/action-restrictions';
import { apiTriggerNodeId } from '../workflows/trigger-nodes';
import type { Runnable } from '../workflows/runnable-versions.service';
import { RunEngine, type StartableRun } from './run-engine';
import { readRunId } from './run-id';
import { propsOf } from './run-props';
import { RunTransactions } from './run-transactions';

/** Who starts a run; nobody for what everybody may start. */
export type Starter = Pick<Caller, 'organizationId' | 'idEnding'> & {
  principal: { id: string } | null;
};

/** A run as its caller wants it. */
export interface WantedRun {
  /** Absent for an inline run. */
  workflow?: { id: string; name: string; version: number };
  runnable: Runnable;
  /** Given by the client, unchecked. */
  runId?: unknown;
  triggerNodeId?: string | null;
  payload: JsonObject;
  propValues: JsonObject;
  simulate: boolean;
  mocks: JsonObject;
  /** What starts it; `api` by default. */
  source?: string;
  /** Tells when a run may start that is one too many of those that everybody together may start. */
  explain?: () => Promise<ApiError>;
}

const REFUSALS = {
  duplicate: 'duplicateRunId',
  disabled: 'actionDisabled',
  exhausted: 'cuExhausted',
  'out-of-runs': 'maxRunsExhausted',
  paused: 'workflowPaused',
  'cooling-down': 'workflowCoolingDown',
  'public-limit': 'publicCooldown',
} as const;

/** Writes the row of a run and hands it to the engine, in this order: a row without a run is started later. */
@Injectable()
export class RunStartService {
  private readonly logger = new Logger('Runs');

  constructor(
    private readonly rows: RunRows,
    private readonly stored: StoredRuns,
    private readonly engine: RunEngine,
    private readonly restrictions: ActionRestrictions,
    private readonly accounts: CuAccounts,
    private readonly transactions: RunTransactions,
  ) {}

  /** Checks the input and starts; gives the run's id. Nothing is started when it throws. */
  async start(caller: Starter, wanted: WantedRun): Promise<string> {
    const { runnable, workflow, payload } = wanted;
    const given = readRunId(wanted.runId);
    const runId = given ?? idFor(caller, 'run');
    if (given === undefined && (await this.isMadeBefore(caller, runId))) return runId;
    const triggerNodeId = triggerOf(runnable, wanted.triggerNodeId);
    const problems = runnable.inputCheck(triggerNodeId)(payload);
    if (problems.length > 0) throw payloadMismatch(problems);
    const propValues = propsOf(runnable, wanted.propValues);
    const startedAt = new Date();
    const triggerResult = manualTriggerResult(payload, startedAt);
    const { definition, plan } = runnable;
    const inline = { definition: definition as unknown as JsonObject, plan };
    const row: NewRun = {
      ...{ organizationId: caller.organizationId, id: runId, startedAt, depth: 0 },
      workflowId: workflow?.id ?? '',
      workflowVersion: workflow?.version ?? 0,
      ...(workflow === undefined && { inline }),
      ...{ triggerNodeId, triggerPayload: payload, triggerResult, propValues },
      ...(plan.usesVariables && { variables: variablesFor(wanted) }),
      ...(plan.usesOrganization && { organization: 'as-it-is' as const }),
      triggerSource: wanted.source ?? 'api',
      triggeredBy: caller.principal?.id ?? null,
      isSimulation: wanted.simulate,
      ...(wanted.simulate && { mocks: wanted.mocks }),
      actionTypes: actionTypesOf(plan),
    };
    const found = await this.create(row, plan, wanted.explain);
    await this.transactions.note(row.organizationId, runId, payload);
    const run: StartableRun = {
      ...{ runId, organizationId: caller.organizationId, plan, triggerNodeId, triggerResult },
      workflowId: workflow?.id ?? '',
      workflowName: workflow?.name ?? '',
      workflowVersion: workflow?.version ?? 0,
      ...{ triggerInput: payload, props: propValues, seeds: {} },
      ...found,
    };
    await this.handOver(run, wanted.simulate ? wanted.mocks : undefined);
    return runId;
  }

  /** Starts the run of a row that is like another run's, taking over what that one achieved. */
  async startAgain(row: NewRun, plan: Plan | null): Promise<void> {
    await this.create(row, plan);
    const found = await this.stored.load(row.organizationId, row.id);
    if (found === undefined) throw new Error(`The run ${row.id} has no plan.`);
    await this.handOver(found.run, found.isSimulation ? found.mocks : undefined);
  }

  /** The same request wrote its row before; if it did not come to start it, the reconciler does. */
  isMadeBefore(starter: Starter, runId: string): Promise<boolean> {
    return isMadeBefore(starter, () => this.rows.exists(starter.organizationId, runId));
  }

  private async create(
    row: NewRun,
    plan: Plan | null,
    explain?: WantedRun['explain'],
  ): Promise<FoundAtStart> {
    let outcome = await this.rows.begin(row);
    if (outcome === 'exhausted' && (await this.accounts.mayStart(row.organizationId))) {
      outcome = await this.rows.begin(row);
    }
    if (typeof outcome !== 'string') return outcome;
    // Says which nodes it is.
    if (outcome === 'disabled' && plan !== null) {
      await this.restrictions.require(row.organizationId, plan);
    }
    if (outcome === 'public-limit' && explain !== undefined) throw await explain();
    throw new ApiError(REFUSALS[outcome]);
  }

  /** The row is written, so the run will happen: what fails here is made good by the reconciler. */
  private async handOver(run: StartableRun, mocks: JsonObject | undefined): Promise<void> {
    try {
      if (mocks !== undefined) {
        await this.engine.simulate(run, mocks);
        return;
      }
      await this.engine.startRun(run);
    } catch (error) {
      this.logger.warn(`${run.runId} is written and will be started later: ${String(error)}`);
    }
  }
}

/** Those of the workflow, or what a definition declares that belongs to none. */
function variablesFor({ workflow, runnable }: WantedRun): NewRun['variables'] {
  if (workflow !== undefined) return 'of-workflow';
  return atDefault(declaredVariables(runnable.definition.variableDefs));
}

function triggerOf({ definition, plan }: Runnable, wanted: string | null | undefined): string {
  const id = wanted ?? apiTriggerNodeId(definition);
  if (isTrigger(plan, id)) return id;
  throw new ApiError('unknownTriggerNode');
}

function isTrigger(plan: Plan, id: string): boolean {
  return plan.nodes.some((node) => node.id === id && node.execution === 'trigger');
}

function payloadMismatch(problems: readonly { message: string }[]): ApiError {
  return new ApiError(
    'payloadMismatch',
    `The payload does not match the input schema: ${problems.map((one) => one.message).join('; ')}`,
    problems,
  );
}
