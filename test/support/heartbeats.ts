import { historyToJSON, type History } from '@temporalio/common/lib/proto-utils';
import type { HistoryEvent, HistoryJson } from '../histories/history-files';

const SCHEDULED = 'EVENT_TYPE_WORKFLOW_TASK_SCHEDULED';
const STARTED = 'EVENT_TYPE_WORKFLOW_TASK_STARTED';
const COMPLETED = 'EVENT_TYPE_WORKFLOW_TASK_COMPLETED';

interface MarkerAttributes {
  markerName: string;
  details: { data?: { payloads: { data: string }[] } };
}

interface LocalMarker {
  complete_time: { seconds: number; nanos: number } | null;
}

/**
 * The history of a run whose local activities outlasted their workflow tasks: wherever a task did nothing before its
 * first local activity ended, there are two tasks now, the first of them empty and the second begun a moment before
 * that end. When it is replayed, the SDK skips the first.
 */
export function withHeartbeats(history: History): { history: HistoryJson; heartbeats: number } {
  const { events } = JSON.parse(historyToJSON(history)) as HistoryJson;
  const longer: HistoryEvent[] = [];
  const newIds = new Map<string, string>();
  let heartbeats = 0;

  const append = (event: HistoryEvent, refers: Record<string, string> = {}): string => {
    const eventId = `${longer.length + 1}`;
    longer.push({ ...referring(event, newIds, refers), eventId });
    return eventId;
  };
  for (const [index, event] of events.entries()) {
    const last = longer.at(-1);
    const end = event.eventType === COMPLETED && firstEnd(events[index + 1]);
    let refers = {};
    if (end && last?.eventType === STARTED && millisecondsOf(last) < end) {
      heartbeats += 1;
      append(event);
      const eventTime = new Date(end - 1).toISOString();
      const scheduled = longer.findLast(({ eventType }) => eventType === SCHEDULED) ?? event;
      const scheduledEventId = append({ ...scheduled, eventTime });
      const startedEventId = append({ ...last, eventTime }, { scheduledEventId });
      refers = { scheduledEventId, startedEventId };
    }
    newIds.set(String(event.eventId), append(event, refers));
  }
  return { history: { events: longer }, heartbeats };
}

const millisecondsOf = (event: HistoryEvent): number => Date.parse(String(event.eventTime));

/** When the local activity ended that it tells of, in milliseconds since the epoch; undefined if it tells of none. */
function firstEnd(event: HistoryEvent | undefined): number | undefined {
  const marker = event?.markerRecordedEventAttributes as MarkerAttributes | undefined;
  const told = marker?.markerName === 'core_local_activity' && marker.details.data?.payloads[0];
  if (!told) return undefined;
  const { complete_time: end } = JSON.parse(
    Buffer.from(told.data, 'base64').toString(),
  ) as LocalMarker;
  return end ? Math.floor(end.seconds * 1000 + end.nanos / 1e6) : undefined;
}

/** The event with the new ids of the events that it refers to. */
function referring(
  event: HistoryEvent,
  newIds: ReadonlyMap<string, string>,
  refers: Record<string, string>,
): HistoryEvent {
  const of = (key: string, value: unknown): unknown =>
    key.endsWith('EventId') ? (refers[key] ?? newIds.get(String(value)) ?? value) : value;
  return Object.fromEntries(
    Object.entries(event).map(([name, attributes]) => [
      name,
      name.endsWith('Attributes')
        ? Object.fromEntries(
            Object.entries(attributes as object).map(([key, value]) => [key, of(key, value)]),
          )
        : attributes,
    ]),
  ) as HistoryEvent;
}
