import { Client } from 'pg';
import { newId } from '../../src/database/ids';
import { until } from '../chaos/until';
import { log, refused, wait } from '../contract/cases/build';
import { type HttpTarget, startHttpTarget } from '../support/http-target';
import { workflow } from '../support/scripted-run';
import { TestService } from '../support/service';

const END_MS = 60_000;

interface Entry {
  outcome: string;
  actorType: string;
  operation: string;
  resourceId?: string;
  code?: string;
  runId?: string;
}

const trigger = (workflowId: string): object =>
  workflow({ child: { type: 'trigger-workflow', payload: { workflowId }, children: [] } });

describe('what the house refuses a run', () => {
  let service: TestService;
  let target: HttpTarget;
  let database: Client;
  let organizationId: string;

  beforeAll(async () => {
    target = await startHttpTarget();
    service = await TestService.start();
    const { items } = await service.get<{ items: { id: string }[] }>('/v1/organizations');
    organizationId = items[0]?.id ?? '';
    database = new Client({ connectionString: service.databaseUrl });
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await service.stop();
    await target.close();
  });

  const refusals = async (runId: string): Promise<Entry[]> => {
    const path = `/v1/orgs/${organizationId}/audit-log?outcome=refused&runId=${runId}`;
    return (await service.get<{ items: Entry[] }>(path)).items;
  };
  const row = (runId: string, node: string, code: string): Entry => ({
    ...{ outcome: 'refused', actorType: 'run', operation: 'runNode', resourceId: node },
    ...{ code, runId },
  });

  async function start(definition: object, payload: object = {}): Promise<string> {
    const runId = newId('run');
    await service.post('/v1/runs', { runId, definition, payload });
    return runId;
  }

  async function end(runId: string): Promise<string> {
    let last = '';
    for await (const { type } of service.follow(runId, END_MS)) last = type;
    return last;
  }

  async function refusedChild(workflowId: string, code: string): Promise<void> {
    const runId = await start(trigger(workflowId));
    expect(await end(runId)).toBe('run_failed');
    expect(await refusals(runId)).toMatchObject([row(runId, 'child', code)]);
  }

  it('is noted of an address that the egress rules forbid', async () => {
    const runId = await start(workflow({ call: refused() }));
    expect(await end(runId)).toBe('run_failed');
    expect(await refusals(runId)).toMatchObject([row(runId, 'call', 'egress_refused')]);
  });

  it('is noted of a webhook whose address is forbidden once it is delivered', async () => {
    const url = `${target.url(newId('run'))}/status?code=503`;
    const payload = { url: '{{$trigger.body.url}}', maxRetries: 5 };
    const hook = { type: 'send-webhook', payload, children: [] };
    const runId = await start(workflow({ hook }), { url });
    expect(await end(runId)).toBe('run_completed');
    const tried = 'SELECT FROM webhook_deliveries WHERE run_id = $1 AND response_status = 503';
    const isTried = async (): Promise<boolean> =>
      (await database.query(tried, [runId])).rowCount === 1;
    await until('the first attempt has failed', END_MS, isTried);
    const moved = `UPDATE webhook_deliveries SET url = 'https://10.0.0.1/' WHERE run_id = $1`;
    await database.query(moved, [runId]);
    const isNoted = async (): Promise<boolean> => (await refusals(runId)).length > 0;
    await until('the refusal is noted', END_MS, isNoted);
    expect(await refusals(runId)).toMatchObject([
      { ...row(runId, 'hook', 'egress_refused'), operation: 'deliverWebhook' },
    ]);
  }, 150_000);

  it('is noted of a child that its own workflow keeps from starting', async () => {
    const definition = workflow({ say: log('hello') });
    const paused = await service.publish('Paused', definition);
    await service.post(`/v1/workflows/${paused}/pause`);
    await refusedChild(paused, 'workflow_paused');

    const limited = await service.publish('Limited', definition);
    await database.query('UPDATE workflows SET max_runs = 1, remain_runs = 0 WHERE id = $1', [
      limited,
    ]);
    await refusedChild(limited, 'workflow_exhausted');

    const cooling = await service.publish('Cooling', definition);
    await database.query('UPDATE workflows SET cooldown_ms = 600000 WHERE id = $1', [cooling]);
    expect(await end(await start(trigger(cooling)))).toBe('run_completed');
    await refusedChild(cooling, 'workflow_cooling_down');
  }, 150_000);

  it('is noted of a child that the organization keeps from starting', async () => {
    const disabled = await service.publish('Disabled', workflow({ call: refused() }));
    await service.post(`/v1/orgs/${organizationId}/restrictions`, {
      ...{ type: 'disabled_action', actionType: 'http-request' },
    });
    await database.query(`UPDATE workflows SET status = 'active' WHERE id = $1`, [disabled]);
    await refusedChild(disabled, 'action_disabled');

    const costly = await service.publish('Costly', workflow({ say: log('hello') }));
    const waiting = workflow({
      approve: wait(['child']),
      child: {
        ...{ type: 'trigger-workflow', payload: { workflowId: costly } },
        ...{ children: [], branch: 'resumed' },
      },
    });
    const runId = await start(waiting);
    const isWaiting = async (): Promise<boolean> =>
      (await service.get<{ status: string }>(`/v1/runs/${runId}`)).status === 'waiting';
    await until('the run waits', END_MS, isWaiting);
    await database.query(
      `INSERT INTO cu_accounts (organization_id, monthly_cu, period_start) VALUES ($1, 0, now())
       ON CONFLICT (organization_id) DO UPDATE SET monthly_cu = 0, period_start = now()`,
      [organizationId],
    );
    await service.post(`/v1/runs/${runId}/nodes/approve/resume`);
    expect(await end(runId)).toBe('run_failed');
    expect(await refusals(runId)).toMatchObject([row(runId, 'child', 'cu_exhausted')]);
  }, 150_000);
});
