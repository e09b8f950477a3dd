import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { RUN_WORKFLOW } from '../../workflows/messages';

/** How Temporal sees a workflow: its newest execution under the id. */
export type WorkflowSight =
  { kind: 'absent' } | { kind: 'running' } | { kind: 'closed'; how: string };

/** What the reconciler asks Temporal. Lists come from visibility, which lags: confirm each by {@link describe}. */
export class TemporalWorkflows {
  constructor(private readonly client: Client) {}

  async describe(runId: string): Promise<WorkflowSight> {
    try {
      const { status } = await this.client.workflow.getHandle(runId).describe();
      if (status.name === 'RUNNING' || status.name === 'PAUSED') return { kind: 'running' };
      return { kind: 'closed', how: status.name.toLowerCase() };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return { kind: 'absent' };
      throw error;
    }
  }

  /** Runs whose workflow was ended from outside since then: terminated, timed out. */
  stoppedSince(since: Date, limit: number): Promise<string[]> {
    return this.list(
      `WorkflowType = '${RUN_WORKFLOW}' AND ExecutionStatus IN ('Terminated', 'TimedOut', 'Failed', 'Canceled') AND CloseTime > '${since.toISOString()}'`,
      limit,
    );
  }

  /** Runs whose workflow has an execution that started since then: new ones, continued ones, reset ones. */
  startedSince(since: Date, limit: number): Promise<string[]> {
    return this.list(
      `WorkflowType = '${RUN_WORKFLOW}' AND ExecutionStatus = 'Running' AND StartTime > '${since.toISOString()}'`,
      limit,
    );
  }

  private async list(query: string, limit: number): Promise<string[]> {
    const ids: string[] = [];
    for await (const { workflowId } of this.client.workflow.list({ query, pageSize: 200 })) {
      ids.push(workflowId);
      if (ids.length >= limit) break;
    }
    return ids;
  }
}
