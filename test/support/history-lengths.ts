import { Client, Connection } from '@temporalio/client';
import { temporalAddress } from './service';

/** Events that no history of a run may have more of. */
export const MOST_EVENTS = 4_000;

/** Length of every history on these task queues that has come to its end, by workflow id. */
export async function historyLengths(taskQueues: readonly string[]): Promise<[string, number][]> {
  const connection = await Connection.connect({ address: temporalAddress() });
  const client = new Client({ connection });
  const lengths: [string, number][] = [];
  for (const taskQueue of taskQueues) {
    const query = `TaskQueue = "${taskQueue}" AND ExecutionStatus != "Running"`;
    for await (const { workflowId, historyLength } of client.workflow.list({ query })) {
      lengths.push([workflowId, historyLength]);
    }
  }
  await connection.close();
  return lengths;
}
