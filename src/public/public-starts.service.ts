import { Injectable } from '@nestjs/common';
import type { JsonObject } from '../../definition/json';
import type { Repeating } from '../auth/caller';
import { ApiError } from '../common/errors';
import { RateLimiter } from '../rate-limits/rate-limiter';
import { RunStartService } from '../runs/run-start.service';
import { RunnableVersions } from '../workflows/runnable-versions.service';
import { PublicQuotas } from './public-quotas';
import { type PublicWorkflow, PublicWorkflows } from './public-workflows.service';

/** Starts runs for who has no credential. */
@Injectable()
export class PublicStarts {
  constructor(
    private readonly workflows: PublicWorkflows,
    private readonly versions: RunnableVersions,
    private readonly starter: RunStartService,
    private readonly quotas: PublicQuotas,
    private readonly limiter: RateLimiter,
  ) {}

  /** Throws 404 for what is not public, and 403 for what is but can't be run by everybody now. */
  async findExecutable(id: string): Promise<PublicWorkflow> {
    const workflow = await this.workflows.find(id);
    this.limiter.countOpenStart(workflow.organizationId);
    if (workflow.visibility !== 'public_execute') throw new ApiError('publicRunForbidden');
    if (workflow.status !== 'active') throw new ApiError('publicRunPaused');
    return workflow;
  }

  /** Runs the live version. What is refused does not count against the limits. */
  async start(
    workflow: PublicWorkflow,
    payload: JsonObject,
    { runId, idEnding }: Repeating & { runId?: string } = {},
  ): Promise<string> {
    const { organizationId, id, name, liveVersion: version } = workflow;
    const starter = {
      organizationId,
      principal: null,
      ...(idEnding !== undefined && { idEnding }),
    };
    return this.starter.start(starter, {
      workflow: { id, name, version },
      runnable: await this.versions.load(workflow, version),
      ...(runId !== undefined && { runId }),
      payload,
      ...{ propValues: {}, simulate: false, mocks: {} },
      source: 'public',
      explain: () => this.quotas.refusal(workflow),
    });
  }
}
