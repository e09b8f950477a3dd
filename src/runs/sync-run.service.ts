import { Injectable } from '@nestjs/common';
import { isTerminal } from '../../definition/progress';
import type { Plan } from '../../definition/plan/types';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import { RunEventReader } from '../streams/run-event-reader';
import type { SyncRunDto } from './run.dto';
import { SyncRunResult } from './run.response';
import { RunStartService } from './run-start.service';
import { RunsService } from './runs.service';
import { WorkflowRunService } from './workflow-run.service';

const MAX_NODES = 20;
const PATIENCE_MS = 60_000;

/** Runs a definition while its caller waits. */
@Injectable()
export class SyncRunService {
  constructor(
    private readonly workflowRuns: WorkflowRunService,
    private readonly starter: RunStartService,
    private readonly events: RunEventReader,
    private readonly runs: RunsService,
  ) {}

  /** Answers when the run has ended or after 60 seconds, in which case it goes on. */
  async run(caller: Caller, dto: SyncRunDto): Promise<SyncRunResult> {
    const before = performance.now();
    const runnable = await this.workflowRuns.inline(caller, dto.definition);
    refuseSlow(runnable.plan);
    const runId = await this.starter.start(caller, {
      runnable,
      payload: dto.payload ?? {},
      propValues: dto.propValues ?? {},
      simulate: false,
      mocks: {},
    });
    await this.untilEnd(caller.organizationId, runId);
    const run = await this.runs.find(caller, runId);
    const state = await this.runs.executionState(run, runnable.plan);
    return new SyncRunResult(run, state, Math.round(performance.now() - before));
  }

  private async untilEnd(organizationId: string, runId: string): Promise<void> {
    const late = AbortSignal.timeout(PATIENCE_MS);
    for await (const event of this.events.subscribe(organizationId, runId, 0, late)) {
      if (isTerminal(event.type)) return;
    }
  }
}

function refuseSlow(plan: Plan): void {
  const slow = plan.nodes.some(({ execution }) => execution === 'wait' || execution === 'for-each');
  if (slow || plan.nodes.length > MAX_NODES) throw new ApiError('notSyncable');
}
