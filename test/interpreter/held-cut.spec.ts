import { newId } from '../../src/database/ids';
import { each, get, log, wait } from '../contract/cases/build';
import { type HttpTarget, startHttpTarget } from '../support/http-target';
import { workflow } from '../support/scripted-run';
import { TestService } from '../support/service';

/** Longer than a run is held, and shorter than the pause of the action that fails. */
const SOON_MS = 90_000;

describe('a run that should continue as new while one of its actions is tried for hours', () => {
  let service: TestService;
  let target: HttpTarget;

  beforeAll(async () => {
    target = await startHttpTarget();
    service = await TestService.start({ WEFT_MAX_HISTORY_EVENTS: '60', WEFT_MIN_CUT_AGE_MS: '0' });
  });
  afterAll(async () => {
    await service.stop();
    await target.close();
  });

  it('goes on with its other branches, their waits and their actions', async () => {
    const runId = newId('run');
    const url = target.url(runId);
    const retry = { maxAttempts: 20, initialIntervalMs: 3_600_000 };
    const definition = workflow({
      root: { type: 'manual', payload: {}, children: ['stuck', 'each'] },
      stuck: get('/close', [], { retry, payload: { url: `${url}/close`, method: 'GET' } }),
      each: each(
        Array.from({ length: 12 }, (_, index) => index),
        ['read'],
        ['hold'],
      ),
      read: get('/echo', [], { payload: { url: `${url}/echo`, method: 'GET' } }),
      hold: wait(['late'], { timeoutMs: 1_000 }),
      late: log('late', [], { branch: 'timed_out' }),
    });
    await service.post('/v1/runs', { runId, definition });
    for await (const { type, data } of service.follow(runId, SOON_MS)) {
      if (type === 'node_completed' && data.path === 'late') {
        await service.post(`/v1/runs/${runId}/cancel`);
      }
    }
    const run = await service.get<{ status: string; executionState: Record<string, object> }>(
      `/v1/runs/${runId}`,
    );
    expect(run).toMatchObject({
      status: 'cancelled',
      executionState: { each: { status: 'success' }, late: { status: 'success' } },
    });
    expect(target.hits(runId)).toEqual({ 'GET /close': 1, 'GET /echo': 12 });
  }, 120_000);
});
