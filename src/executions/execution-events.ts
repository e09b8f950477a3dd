import { isJsonObject, type JsonObject } from '../../definition/json';
import type { EventType, NodeStatus } from '../../definition/progress';
import type { StoredEvent } from '../streams/run-event-reader';
import { publicStatus } from '../public/public-view';

const TITLES: Readonly<Record<EventType, string>> = {
  run_started: 'The run has started',
  run_waiting: 'The run waits',
  run_resumed: 'The run goes on',
  run_completed: 'The run has succeeded',
  run_partial: 'The run has succeeded in part',
  run_failed: 'The run has failed',
  run_cancelled: 'The run was cancelled',
  node_started: 'has started',
  node_retrying: 'is tried again',
  node_waiting: 'waits',
  node_scheduled: 'sleeps',
  node_completed: 'has succeeded',
  node_failed: 'has failed',
  node_skipped: 'was skipped',
  node_cancelled: 'was cancelled',
};

/** What has happened, in words that tell nothing of inputs, results and errors. */
export function titleOf(type: EventType, nodeId: string | undefined): string {
  return nodeId === undefined ? TITLES[type] : `${nodeId} ${TITLES[type]}`;
}

export function isFailure(type: EventType): boolean {
  return type === 'run_failed' || type === 'node_failed';
}

export function nodeIdOf({ nodeId }: JsonObject): string | undefined {
  return typeof nodeId === 'string' ? nodeId : undefined;
}

/** The event of a run as the client of an execution sees it: of its data, what stands here and no more. */
export function publicEvent(executionId: string, { seq, type, data }: StoredEvent): StoredEvent {
  const parsed: unknown = JSON.parse(data);
  const event = isJsonObject(parsed) ? parsed : {};
  const nodeId = nodeIdOf(event);
  const { runId, workflowId, status, at } = event;
  const shown = {
    ...{ type, executionId, runId, workflowId, nodeId },
    status: nodeId === undefined ? status : publicStatus(status as NodeStatus),
    at,
  };
  return { seq, type, data: JSON.stringify(shown) };
}
