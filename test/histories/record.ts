import { newId } from '../../src/database/ids';
import { ENGINE_VERSION } from '../../workflows/versions';
import { KillableServers } from '../chaos/killable-servers';
import { delay, get, log, post, wait } from '../contract/cases/build';
import { runOnTemporal } from '../support/contract-temporal';
import { type HttpTarget, startHttpTarget } from '../support/http-target';
import { workflow } from '../support/scripted-run';
import { TestService } from '../support/service';
import { historyNames } from './history-files';
import { HistoryRecorder } from './recorder';
import { type RecordedByHand, RECORDED_SCENARIOS } from './scenarios';

const NEVER_MS = 120_000;

/**
 * `npm run histories`: runs on real servers, whose histories `test/interpreter/replay.spec.ts` replays.
 * Records what the current version of the interpreter has no history of, and replaces none.
 */
describe(`histories of version ${ENGINE_VERSION}`, () => {
  const recorded = new Set(historyNames(ENGINE_VERSION));
  const services = new Map<string, Promise<TestService>>();
  let recorder: HistoryRecorder;
  let target: HttpTarget;

  beforeAll(async () => {
    target = await startHttpTarget();
    recorder = await HistoryRecorder.connect();
  });
  afterAll(async () => {
    for (const service of services.values()) await (await service).stop();
    await recorder.close();
    await target.close();
  }, NEVER_MS);

  const unlessRecorded = (name: string, work: () => Promise<void>): void => {
    (recorded.has(name) ? it.skip : it)(name, work, NEVER_MS);
  };
  const byHand = (name: RecordedByHand, work: () => Promise<void>): void => {
    unlessRecorded(name, work);
  };

  const serviceWith = (variables: Record<string, string> = {}): Promise<TestService> => {
    const key = JSON.stringify(variables);
    const service = services.get(key) ?? TestService.start(variables);
    services.set(key, service);
    return service;
  };

  for (const scenario of RECORDED_SCENARIOS) {
    unlessRecorded(scenario.name, async () => {
      const service = await serviceWith(scenario.variables);
      const { runId, view } = await runOnTemporal(scenario, service, target);
      expect(view.status).toBe(scenario.ends ?? 'success');
      await recorder.record(scenario.name, runId);
      const [delivery] = await deliveriesOf(service, runId);
      if (delivery !== undefined) await recorder.record(`${scenario.name}.delivery`, delivery);
    });
  }

  byHand('run-retried', async () => {
    const service = await serviceWith();
    const nodes = { first: get('/echo', ['second']), second: post('/flaky?fails=1', '{}') };
    const failed = await runOnTemporal({ name: 'run-retried', nodes }, service, target);
    const { id } = await service.post<{ id: string }>(`/v1/runs/${failed.runId}/retry`);
    await recorder.record('run-retried', id);
  });

  byHand('run-reset', async () => {
    const service = await serviceWith({ WEFT_RECONCILE_INTERVAL_MS: '500' });
    const nodes = { first: get('/echo', ['second']), second: get('/echo?second') };
    const { runId } = await runOnTemporal({ name: 'run-reset', nodes }, service, target);
    await recorder.reset(runId);
    await recorder.recordNewest('run-reset', runId);
  });

  describe('the database is away', () => {
    const servers = new KillableServers();
    beforeAll(() => servers.startPostgres(), NEVER_MS);
    afterAll(() => servers.stop());

    const runWithout = async (
      name: RecordedByHand,
      activityType: string,
      nodes: Parameters<typeof workflow>[0],
    ): Promise<void> => {
      const service = await serviceWith({ DATABASE_URL: servers.databaseUrl });
      const runId = newId('run');
      const frames = service.follow(runId, NEVER_MS);
      await service.post('/v1/runs', { runId, definition: workflow(nodes) });
      for await (const { type } of frames) if (/^node_(waiting|scheduled)$/.test(type)) break;
      await servers.killPostgres();
      await recorder.scheduled(runId, activityType);
      await servers.startPostgres();
      await recorder.record(name, runId);
    };

    byHand('database-away-in-a-delay', async () => {
      await runWithout('database-away-in-a-delay', 'record-progress', {
        nap: delay(2_000, ['say']),
        say: log('Good morning', ['last']),
        last: delay(500),
      });
    });

    byHand('database-away-at-a-timeout', async () => {
      await runWithout('database-away-at-a-timeout', 'claim-timeout', {
        hold: wait(['late'], { timeoutMs: 2_000 }),
        late: log('late', [], { branch: 'timed_out' }),
      });
    });
  });
});

/** Ids of the workflows that deliver the run's webhooks. */
async function deliveriesOf(service: TestService, runId: string): Promise<string[]> {
  const { executionState } = await service.get<{
    executionState: Record<string, { result?: { deliveryId?: string } }>;
  }>(`/v1/runs/${runId}`);
  return Object.values(executionState).flatMap(({ result }) => result?.deliveryId ?? []);
}
