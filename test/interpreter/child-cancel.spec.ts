import { newId } from '../../src/database/ids';
import { childRunId } from '../../src/record/child-runs';
import { delay, log, refused, wait } from '../contract/cases/build';
import type { CaseNodes } from '../support/contract-case';
import { workflow } from '../support/scripted-run';
import { TestService } from '../support/service';

/** Longer than a cancel takes, and shorter than the wait of the child. */
const SOON_MS = 20_000;

describe('the child run that a run waits for', () => {
  let service: TestService;
  let childId: string;

  beforeAll(async () => {
    service = await TestService.start();
    childId = await service.publish('Child', workflow({ hold: wait([]) }));
  });
  afterAll(() => service.stop());

  const lastEvent = async (runId: string): Promise<string | undefined> => {
    let last: string | undefined;
    for await (const { type } of service.follow(runId, SOON_MS)) last = type;
    return last;
  };

  const awaited = (): CaseNodes[string] => ({
    type: 'trigger-workflow',
    payload: { workflowId: childId, waitForCompletion: true },
    children: [],
  });

  const start = async (nodes: CaseNodes): Promise<string> => {
    const runId = newId('run');
    await service.post('/v1/runs', { runId, definition: workflow(nodes) });
    return runId;
  };

  it('is shown while it waits, and cancelled with it', async () => {
    const parent = await start({ child: awaited() });
    const shown: unknown[] = [];
    for await (const { type } of service.follow(parent, SOON_MS)) {
      if (type !== 'node_waiting') continue;
      shown.push(await service.get(`/v1/runs/${parent}`));
      await service.post(`/v1/runs/${parent}/cancel`);
    }
    const result = { runId: childRunId(parent, 'child'), runStatus: 'running' };
    expect(shown).toMatchObject([{ executionState: { child: { status: 'waiting', result } } }]);
    expect(await lastEvent(childRunId(parent, 'child'))).toBe('run_cancelled');
  });

  it('is cancelled when it fails', async () => {
    const parent = await start({
      root: { type: 'manual', payload: {}, children: ['child', 'nap'] },
      child: awaited(),
      nap: delay(1_000, ['bad']),
      bad: refused(['never']),
      never: log('never'),
    });
    expect(await lastEvent(parent)).toBe('run_failed');
    expect(await lastEvent(childRunId(parent, 'child'))).toBe('run_cancelled');
  });
});
