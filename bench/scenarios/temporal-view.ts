import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';

type Description = temporal.api.workflowservice.v1.IDescribeWorkflowExecutionResponse;

async function describe(client: Client, workflowId: string): Promise<Description> {
  const { raw } = await client.workflow.getHandle(workflowId).describe();
  return raw;
}

/** How long a run took by Temporal's own clock, from its start to its close, over all of its executions. */
export async function temporalMs(client: Client, workflowId: string): Promise<number> {
  const { workflowExecutionInfo: info, workflowExtendedInfo: extended } = await describe(
    client,
    workflowId,
  );
  const start = extended?.originalStartTime ?? info?.startTime;
  return milliseconds(info?.closeTime) - milliseconds(start);
}

/** Events and bytes of the history of the newest execution. */
export async function historySize(
  client: Client,
  workflowId: string,
): Promise<{ events: number; bytes: number }> {
  const { workflowExecutionInfo: info } = await describe(client, workflowId);
  return { events: Number(info?.historyLength), bytes: Number(info?.historySizeBytes) };
}

/** Resolves when nothing is going on in any of the runs: each waits for a timer or a signal. */
export async function untilParked(client: Client, workflowIds: readonly string[]): Promise<void> {
  const deadline = performance.now() + 120_000;
  for (const workflowId of workflowIds) {
    for (;;) {
      const { pendingActivities, pendingWorkflowTask } = await describe(client, workflowId);
      if (!pendingWorkflowTask && (pendingActivities?.length ?? 0) === 0) break;
      if (performance.now() > deadline) throw new Error(`${workflowId} does not come to rest.`);
      await pause(20);
    }
  }
}

function milliseconds(
  time: { seconds?: unknown; nanos?: number | null } | null | undefined,
): number {
  return Number(time?.seconds) * 1000 + (time?.nanos ?? 0) / 1e6;
}
