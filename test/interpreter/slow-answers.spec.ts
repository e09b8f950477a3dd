import fc from 'fast-check';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { delay, get, wait } from '../contract/cases/build';
import type { JsonObject } from '../../definition/json';
import { seededRandom } from '../chaos/random';
import { randomDefinition } from '../support/random-definition';
import { workflow } from '../support/scripted-run';
import { ScriptedWorker } from '../support/scripted-worker';

// The SDK tells of each worker, and of each workflow task that is not done in time.
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: {
    logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR' }) },
  },
});

/** A local action that takes as long as it says. */
const slow = (ms: number, children: string[] = []): JsonObject => ({
  type: 'format',
  payload: { data: {}, template: `${ms}` },
  children,
});

/**
 * What came in several steps comes in one when a history is replayed: answers of local activities, and what woke the
 * workflow while they ran. The run must decide the same, or it is stuck. That a local activity outlasts its workflow
 * task is put into the history afterwards: with tasks so short, they time out on a busy machine, and the run is tried
 * again and again. What the length of the history decides is left out: ADR 0011 says how a run keeps out of that.
 */
describe('a run with a slow local action is replayed to the same commands when', () => {
  let worker: ScriptedWorker;
  beforeAll(async () => {
    worker = await ScriptedWorker.start({
      takes: (_type, { template }) => (typeof template === 'string' ? Number(template) : 0),
    });
  });
  afterAll(() => worker.stop());

  it('a wait times out beside it', async () => {
    const definition = workflow({
      root: { type: 'manual', payload: {}, children: ['hold', 'nap', 'call'] },
      hold: wait(['late'], { timeoutMs: 1_000 }),
      late: { ...slow(2_500), branch: 'timed_out' },
      nap: delay(1_000, ['slow']),
      slow: slow(1_500),
      // While it runs both timers fire, so that they come together.
      call: get('', ['busy']),
      busy: slow(1_500),
    });
    await worker.replay(await worker.begin(definition));
  });

  it('it outlasts its workflow task', async () => {
    const definition = workflow({
      root: { type: 'manual', payload: {}, children: ['slow'] },
      slow: slow(2_500, ['next']),
      // With it in flight, what is unsent is sent at once when it has become old.
      next: slow(100),
    });
    expect(await worker.replay(await worker.begin(definition))).toBeGreaterThan(0);
  });
});

describe('random runs are replayed to the same commands when every answer may be slow', () => {
  const random = seededRandom(20_261);
  const kinds = [
    'log',
    'http-request',
    'format',
    'format',
    'if',
    'wait',
    'delay',
    'for-each',
  ] as const;
  const definitions = fc.sample(
    randomDefinition({ maxNodes: 40, kinds }).filter(({ nodes }) => Object.keys(nodes).length > 15),
    { numRuns: 60, seed: 20_261 },
  );
  let worker: ScriptedWorker;
  const replays: Promise<number>[] = [];

  /** Mostly quick, now and then longer than the time after which events are sent. */
  const someTime = (): number => {
    const chance = random();
    if (chance < 0.85) return chance * 50;
    return chance < 0.95 ? 100 + random() * 1_100 : 1_500 + random() * 2_000;
  };

  beforeAll(async () => {
    worker = await ScriptedWorker.start({ takes: someTime, fails: () => random() < 0.1 });
    replays.push(
      ...definitions.map(async ({ nodes, ...rest }) => {
        const run = await worker.begin({ ...rest, nodes });
        for (const [id, { type }] of Object.entries(nodes)) {
          if (type !== 'wait' || random() < 0.5) continue;
          await worker.resume(run, id).catch(() => undefined);
        }
        return worker.replay(run);
      }),
    );
    await Promise.allSettled(replays);
  }, 120_000);
  afterAll(() => worker.stop());

  it.each(definitions.map((_, index) => index))('number %i', async (index) => {
    await replays[index];
  });
});
