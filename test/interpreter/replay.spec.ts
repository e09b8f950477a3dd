import { join } from 'node:path';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  type ReplayWorkerOptions,
  Runtime,
  Worker,
} from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { ENGINE_VERSION } from '../../workflows/versions';
import { type HistoryEvent, historyNames, readHistory } from '../histories/history-files';
import { RECORDED_BY_HAND, RECORDED_SCENARIOS } from '../histories/scenarios';

/** Without the storage of large payloads: no history refers to one. */
const OPTIONS: ReplayWorkerOptions = {
  workflowBundle: { codePath: join(__dirname, '../../dist/workflow-bundle.js') },
};

// The SDK tells of each worker, and of what is nondeterministic on purpose here.
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: {
    logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR' }) },
  },
});

const VERSIONS = Array.from({ length: ENGINE_VERSION }, (_, index) => index + 1);
const HISTORIES = VERSIONS.flatMap((version) =>
  historyNames(version).map((name) => [version, name] as const),
);

interface MarkerAttributes {
  details: { data: { payloads: { data: string }[] } };
}

interface LocalMarker {
  complete_time: { seconds: number };
}

/** What a marker tells of its local activity, changed. */
function changeMarker(
  { markerRecordedEventAttributes }: HistoryEvent,
  change: (told: string) => string,
) {
  const { details } = markerRecordedEventAttributes as MarkerAttributes;
  const [told] = details.data.payloads;
  if (!told) throw new Error('The marker tells nothing.');
  told.data = Buffer.from(change(Buffer.from(told.data, 'base64').toString())).toString('base64');
}

/** As of a run that was started with it. */
const replay = (history: object): Promise<void> => Worker.runReplayHistory(OPTIONS, history);

describe('runs of earlier versions go on', () => {
  it.each(HISTORIES)('v%i %s', (version, name) => replay(readHistory(version, name)));
});

it('decides by the time at which a local action ended, not by that of another that ended much later', async () => {
  const history = readHistory(ENGINE_VERSION, 'local-actions-side-by-side');
  const markers = history.events.filter(({ eventType }) => eventType.endsWith('MARKER_RECORDED'));
  for (const marker of markers.slice(1)) {
    changeMarker(marker, (told) => {
      const data = JSON.parse(told) as LocalMarker;
      data.complete_time.seconds += 2;
      return JSON.stringify(data);
    });
  }
  await replay(history);
});

it('every scenario is recorded for this version: `npm run histories`', () => {
  const scenarios = [...RECORDED_SCENARIOS.map(({ name }) => name), ...RECORDED_BY_HAND];
  expect(historyNames(ENGINE_VERSION)).toEqual(expect.arrayContaining(scenarios));
});

/** What a change of the code without a new version looks like to a run that began before it. */
describe('a run whose history', () => {
  const firstOf = (events: HistoryEvent[], type: string): HistoryEvent => {
    const found = events.find(({ eventType }) => eventType === `EVENT_TYPE_${type}`);
    if (!found) throw new Error(`There is no ${type}.`);
    return found;
  };

  it.each<[string, string, (events: HistoryEvent[]) => void]>([
    [
      'has another action',
      'actions-one-after-another',
      (events) => {
        const scheduled = firstOf(events, 'ACTIVITY_TASK_SCHEDULED');
        scheduled.activityTaskScheduledEventAttributes = {
          ...(scheduled.activityTaskScheduledEventAttributes as object),
          activityType: { name: 'send-webhook' },
        };
      },
    ],
    [
      'has another local activity',
      'local-actions',
      (events) => {
        changeMarker(firstOf(events, 'MARKER_RECORDED'), (told) =>
          told.replace(/"activity_type":"[a-z]+"/, '"activity_type":"claim-timeout"'),
        );
      },
    ],
    [
      'belongs to another plan',
      'actions-one-after-another',
      (events) => {
        events.splice(0, 1, ...readHistory(ENGINE_VERSION, 'delay').events.slice(0, 1));
      },
    ],
    [
      'has another end',
      'logic-nodes',
      (events) => {
        const end = firstOf(events, 'WORKFLOW_EXECUTION_COMPLETED');
        end.eventType = 'EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED';
        end.workflowExecutionCanceledEventAttributes =
          end.workflowExecutionCompletedEventAttributes;
        delete end.workflowExecutionCompletedEventAttributes;
      },
    ],
  ])('%s is told of', async (_what, name, change) => {
    const history = readHistory(ENGINE_VERSION, name);
    change(history.events);
    await expect(replay(history)).rejects.toThrow(DeterminismViolationError);
  });
});
