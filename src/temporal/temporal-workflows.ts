import { type Client, WorkflowFailedError, WorkflowNotFoundError } from '@temporalio/client';
import { isJsonObject, type Json } from '../../definition/json';
import { RUN_WORKFLOW } from '../../workflows/messages';

/** How Temporal sees a workflow: its newest execution under the id. */
export type WorkflowSight =
  { kind: 'absent' } | { kind: 'running' } | { kind: 'closed'; how: string; at: Date };

/** A workflow that runs. */
export interface RunningWorkflow {
  runId: string;
  startedAt: Date;
}

/** What the reconciler asks Temporal. Lists come from visibility, which lags: confirm each by {@link describe}. */
export class TemporalWorkflows {
  constructor(private readonly client: Client) {}

  async describe(workflowId: string): Promise<WorkflowSight> {
    try {
      const { status, closeTime } = await this.client.workflow.getHandle(workflowId).describe();
      // Continued as new: the next execution is about to be the newest one.
      if (closeTime === undefined || status.name === 'CONTINUED_AS_NEW') return { kind: 'running' };
      return { kind: 'closed', how: status.name.toLowerCase(), at: closeTime };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return { kind: 'absent' };
      throw error;
    }
  }

  /** What a closed workflow returned, or the message of its failure: why it was terminated, say. */
  async outcome(workflowId: string): Promise<{ result: Json } | { message: string }> {
    try {
      const result: unknown = await this.client.workflow.getHandle(workflowId).result();
      return { result: isJsonObject(result) ? result : {} };
    } catch (error) {
      if (!(error instanceof WorkflowFailedError)) throw error;
      return { message: error.cause?.message ?? '' };
    }
  }

  /** Ends a workflow whose run has ended without it. */
  async terminate(workflowId: string, reason: string): Promise<void> {
    try {
      await this.client.workflow.getHandle(workflowId).terminate(reason);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  /** Runs whose workflow was ended from outside since then, the latest first. */
  async stoppedSince(since: Date, limit: number): Promise<string[]> {
    const stopped = await this.list(
      `ExecutionStatus IN ('Terminated', 'TimedOut') AND CloseTime > '${since.toISOString()}'`,
      limit,
    );
    return stopped.map(({ runId }) => runId);
  }

  /** Runs whose workflow has an execution that started since then: new ones, continued ones, reset ones. */
  startedSince(since: Date, limit: number): Promise<RunningWorkflow[]> {
    return this.list(`ExecutionStatus = 'Running' AND StartTime > '${since.toISOString()}'`, limit);
  }

  private async list(condition: string, limit: number): Promise<RunningWorkflow[]> {
    const found: RunningWorkflow[] = [];
    const query = `WorkflowType = '${RUN_WORKFLOW}' AND ${condition}`;
    for await (const { workflowId, startTime } of this.client.workflow.list({
      query,
      pageSize: 500,
    })) {
      found.push({ runId: workflowId, startedAt: startTime });
      if (found.length >= limit) break;
    }
    return found;
  }
}
