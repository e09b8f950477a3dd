import type { JsonObject } from '../../definition/json';
import { newId } from '../../src/database/ids';
import { workflow } from '../support/scripted-run';
import { TestService } from '../support/service';

const END_MS = 60_000;

interface Shown {
  status: string;
  executionState: Record<string, { input?: JsonObject; result?: JsonObject }>;
}

describe('the organization of a run', () => {
  let service: TestService;
  let workflowId: string;
  let organizationId: string;
  beforeAll(async () => {
    service = await TestService.start();
    const url = 'http://127.0.0.1:9/{{$org.slug}}/{{$org.timezone}}/{{$org.language}}';
    const call = { type: 'http-request', payload: { url, method: 'GET' }, children: [] };
    workflowId = await service.publish('Local', workflow({ call }));
    const { items } = await service.get<{ items: { id: string }[] }>('/v1/organizations');
    organizationId = items[0]?.id ?? '';
  });
  afterAll(() => service.stop());

  const setZone = (timezone: string): Promise<unknown> =>
    service.client.PATCH('/v1/organizations/{orgId}/profile', {
      params: { path: { orgId: organizationId } },
      body: { timezone, language: 'nb' },
    });

  async function ended(runId: string): Promise<Shown> {
    for await (const _ of service.follow(runId, END_MS));
    return service.get<Shown>(`/v1/runs/${runId}`);
  }

  async function run(body: object): Promise<{ runId: string; url: unknown }> {
    const runId = newId('run');
    await service.post(`/v1/workflows/${workflowId}/run`, { runId, ...body });
    return { runId, url: (await ended(runId)).executionState.call?.input?.url };
  }

  it('is what it was when the run started, also for a simulation and a retry', async () => {
    await setZone('Europe/Oslo');
    const { runId, url } = await run({});
    expect(url).toBe('http://127.0.0.1:9/default/Europe/Oslo/nb');
    expect((await run({ simulate: true })).url).toBe(url);

    await setZone('Asia/Tokyo');
    const retried = await service.post<{ id: string }>(`/v1/runs/${runId}/retry`);
    expect((await ended(retried.id)).executionState.call?.input?.url).toBe(url);
    expect((await run({})).url).toBe('http://127.0.0.1:9/default/Asia/Tokyo/nb');
  });
});
