import type { ProgressEvent } from '../../definition/progress';
import type { RunReference } from './types';

/** Results above this many bytes of JSON are left out of the stream; the node's row has them whole. */
export const MAX_RESULT_IN_EVENT = 8 * 1024;

/** The JSON that streams send for an event. Inputs are not in it: the node's row has them. */
export function eventData(run: RunReference, event: ProgressEvent): string {
  const { type, nodeId, path, nodeType, status, at, attempt, branch, wakeAt, reused } = event;
  return JSON.stringify({
    type,
    runId: run.runId,
    workflowId: run.workflowId,
    nodeId,
    path,
    nodeType,
    status,
    at: new Date(at).toISOString(),
    attempt,
    branch,
    wakeAt: wakeAt === undefined ? undefined : new Date(wakeAt).toISOString(),
    reused,
    error: event.error,
    ...streamedResult(event),
  });
}

function streamedResult({ result }: ProgressEvent): object {
  if (result === undefined) return {};
  const bytes = Buffer.byteLength(JSON.stringify(result));
  return bytes <= MAX_RESULT_IN_EVENT ? { result } : { resultOmitted: true };
}
