import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { History } from '@temporalio/common/lib/proto-utils';
import { temporal } from '@temporalio/proto';
import { ENGINE_VERSION } from '../../workflows/versions';
import { until } from '../chaos/until';
import { temporalAddress } from '../support/service';
import { writeHistory } from './history-files';

const { ResetWorkflowExecutionRequest } = temporal.api.workflowservice.v1;

/** Reads histories of runs from Temporal, and writes them down once all of a run are there. */
export class HistoryRecorder {
  private constructor(private readonly client: Client) {}

  static async connect(): Promise<HistoryRecorder> {
    const connection = await Connection.connect({ address: temporalAddress() });
    return new HistoryRecorder(new Client({ connection }));
  }

  close(): Promise<void> {
    return this.client.connection.close();
  }

  /** When the workflow has closed: each of its Temporal runs, and those of the runs it started. */
  async record(name: string, workflowId: string): Promise<void> {
    const found = await this.collect(name, workflowId);
    for (const [part, history] of found) writeHistory(ENGINE_VERSION, part, history);
  }

  /** The newest Temporal run alone, when it has closed. */
  async recordNewest(name: string, workflowId: string): Promise<void> {
    await this.closed(workflowId);
    writeHistory(ENGINE_VERSION, name, await this.history(workflowId));
  }

  /** Waits until an activity of the type has been scheduled. */
  async scheduled(workflowId: string, activityType: string): Promise<void> {
    await until(`${activityType} of ${workflowId}`, 30_000, async () => {
      const { events } = await this.history(workflowId);
      return events?.some(
        ({ activityTaskScheduledEventAttributes: scheduled }) =>
          scheduled?.activityType?.name === activityType,
      );
    });
  }

  /** Goes back to before the workflow's last task but one, as an operator does in the Temporal UI. */
  async reset(workflowId: string): Promise<void> {
    await this.closed(workflowId);
    const { runId } = await this.client.workflow.getHandle(workflowId).describe();
    const { events } = await this.history(workflowId);
    const tasks = (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes);
    await this.client.workflowService.resetWorkflowExecution(
      ResetWorkflowExecutionRequest.fromObject({
        namespace: 'default',
        workflowExecution: { workflowId, runId },
        reason: 'to be recorded',
        workflowTaskFinishEventId: tasks.at(-2)?.eventId,
        requestId: randomBytes(8).toString('hex'),
      }),
    );
  }

  private async collect(name: string, workflowId: string): Promise<Map<string, History>> {
    await this.closed(workflowId);
    const found = new Map<string, History>();
    const { raw } = await this.client.workflow.getHandle(workflowId).describe();
    let runId = raw.workflowExecutionInfo?.firstRunId;
    for (let number = 1; runId; number += 1) {
      const history = await this.history(workflowId, runId);
      const events = history.events ?? [];
      found.set(number === 1 ? name : `${name}.${number}`, history);
      for (const { startChildWorkflowExecutionInitiatedEventAttributes: child } of events) {
        if (!child?.workflowId) continue;
        const ofChild = await this.collect(`${name}.child`, child.workflowId);
        for (const [part, each] of ofChild) found.set(part, each);
      }
      runId = events.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
    }
    return found;
  }

  private history(workflowId: string, runId?: string): Promise<History> {
    return this.client.workflow.getHandle(workflowId, runId).fetchHistory();
  }

  /** However it ended, and however often it continued as new. */
  private async closed(workflowId: string): Promise<void> {
    await this.client.workflow
      .getHandle(workflowId)
      .result()
      .catch(() => undefined);
  }
}
