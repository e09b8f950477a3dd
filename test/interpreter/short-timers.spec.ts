import { TestService } from '../support/service';

const DELAYS = 6;
const DELAY_MS = 100;

interface RunAnswer {
  executionState: Record<string, { startedAt: string; finishedAt: string }>;
}

let service: TestService;
beforeAll(async () => {
  service = await TestService.start();
});
afterAll(() => service.stop());

it('fires a timer of less than a second when it is due, not after a second', async () => {
  const ids = Array.from({ length: DELAYS }, (_, index) => `pause${index}`);
  const nodes = Object.fromEntries([
    ['root', { type: 'manual', payload: {}, children: ids.slice(0, 1) }],
    ...ids.map((id, index) => [
      id,
      { type: 'delay', payload: { delayMs: DELAY_MS }, children: ids.slice(index + 1, index + 2) },
    ]),
  ]) as object;
  const { runId } = await service.post<{ runId: string }>('/v1/runs', { definition: { nodes } });
  for await (const { type } of service.follow(runId, 30_000)) if (type === 'run_completed') break;
  const { executionState } = await service.get<RunAnswer>(`/v1/runs/${runId}`);

  const took = ids.map((id) => {
    const { startedAt, finishedAt } = executionState[id] ?? { startedAt: '', finishedAt: '' };
    return Date.parse(finishedAt) - Date.parse(startedAt);
  });
  expect(Math.min(...took)).toBeGreaterThanOrEqual(DELAY_MS);
  // The best of them: on a busy machine any one may be late.
  expect(Math.min(...took)).toBeLessThan(700);
});
