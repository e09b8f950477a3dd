import { TestService } from '../support/service';

const RUNS = 150;

let service: TestService;
beforeAll(async () => {
  // A reconciler that looks all the time must not take what is waiting for what was lost.
  service = await TestService.start({
    WEFT_RECONCILE_INTERVAL_MS: '100',
    WEFT_RECONCILE_START_AFTER_MS: '100',
  });
});
afterAll(() => service.stop());

it('simulates many runs in a row, each once', async () => {
  const definition = {
    nodes: {
      root: { type: 'manual', payload: {}, children: ['twice'] },
      twice: {
        type: 'code-transform',
        payload: { code: 'function transform(n) { return 2 * n; }', input: '{{$trigger.body.n}}' },
        children: ['month'],
      },
      month: { type: 'delay', payload: { delayMs: 30 * 86_400_000 }, children: [] },
    },
  };
  const ids = await Promise.all(
    Array.from({ length: RUNS }, async (_, n) => {
      const run = { definition, payload: { n }, simulate: true };
      return (await service.post<{ runId: string }>('/v1/runs', run)).runId;
    }),
  );
  for (const [n, id] of ids.entries()) {
    for await (const { type } of service.follow(id, 30_000)) if (type === 'run_completed') break;
    const { executionState } = await service.get<{
      executionState: { twice: { result: { output: number } } };
    }>(`/v1/runs/${id}`);
    expect(executionState.twice.result.output).toBe(2 * n);
  }
});
