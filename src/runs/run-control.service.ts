import { Injectable, Logger } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import { idFor } from '../idempotency/repeated-ids';
import { actionTypesOf } from '../record/disabled-actions';
import type { NewRun } from '../record/new-run';
import { RunRows } from '../record/run-rows';
import type { RunView } from './run.response';
import { RunEngine } from './run-engine';
import { RunStartService } from './run-start.service';
import { RunsService } from './runs.service';

/** Cancels runs and starts them again. */
@Injectable()
export class RunControlService {
  private readonly logger = new Logger('Runs');

  constructor(
    private readonly runs: RunsService,
    private readonly rows: RunRows,
    private readonly starter: RunStartService,
    private readonly engine: RunEngine,
  ) {}

  /** Asks the run to stop; it ends a moment later. The wish is written, so it outlives a lost engine. */
  async cancel(caller: Caller, id: string): Promise<RunView> {
    await this.runs.find(caller, id);
    const outcome = await this.rows.requestCancel(caller.organizationId, id);
    if (outcome === 'unknown-run') throw new ApiError('runNotFound');
    if (outcome === 'run-ended') throw new ApiError('runEnded');
    try {
      await this.engine.cancelRun(id);
    } catch (error) {
      this.logger.warn(`${id} is to be cancelled and will be told later: ${String(error)}`);
    }
    return this.runs.get(caller, id);
  }

  /** A new run of the same version and input, in which what succeeded is not done again. */
  async retry(caller: Caller, id: string): Promise<RunView> {
    const runId = idFor(caller, 'run');
    if (await this.starter.isMadeBefore(caller, runId)) return this.runs.get(caller, runId);
    const source = await this.runs.find(caller, id);
    if (source.status !== 'failure' && source.status !== 'cancelled') {
      throw new ApiError('runNotRetryable');
    }
    const { plan: pinned } = await this.runs.source(source);
    const { definition, plan } = source;
    const row: NewRun = {
      ...{ organizationId: caller.organizationId, id: runId, startedAt: new Date() },
      workflowId: source.workflowId,
      workflowVersion: source.workflowVersion,
      ...(definition !== null && plan !== null && { inline: { definition, plan } }),
      triggerNodeId: source.triggerNodeId,
      triggerPayload: source.triggerPayload,
      triggerResult: source.triggerResult,
      propValues: source.propValues,
      ...(source.variables !== null && {
        variables: source.workflowId === '' ? source.variables : 'of-workflow',
      }),
      ...(source.organizationContext !== null && { organization: source.organizationContext }),
      triggerSource: 'retry',
      triggeredBy: caller.principal.id,
      sourceRunId: source.id,
      isSimulation: source.isSimulation,
      ...(source.mocks !== null && { mocks: source.mocks }),
      depth: source.depth,
      actionTypes: pinned === null ? [] : actionTypesOf(pinned),
    };
    await this.starter.startAgain(row, pinned);
    return this.runs.get(caller, runId);
  }
}
