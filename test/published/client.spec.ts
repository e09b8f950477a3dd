import { createWeftClient, type Schemas, type WeftClient } from '../../packages/client/src';
import { TestService } from '../support/service';

const DEFINITION: Schemas['Definition'] = {
  nodes: {
    root: { type: 'manual', payload: {}, children: ['approval'] },
    approval: {
      type: 'wait',
      payload: { timeoutMs: 60_000, triggerType: 'manual', triggerConfig: {} },
      children: [],
    },
  },
};

let service: TestService;
let client: WeftClient;
beforeAll(async () => {
  service = await TestService.start();
  ({ client } = service);
});
afterAll(() => service.stop());

describe('the client', () => {
  it('creates, publishes, runs and cancels', async () => {
    const body = { name: 'Approval', definition: DEFINITION };
    const { data: made } = await client.POST('/v1/workflows', { body });
    const id = made?.data.id ?? '';
    const params = { path: { id } };
    const { data: live } = await client.POST('/v1/workflows/{id}/publish', { params });
    expect(live?.data).toMatchObject({ id, status: 'active' });
    const { data: started } = await client.POST('/v1/workflows/{id}/run', { params, body: {} });
    const run = { params: { path: { id: started?.data.runId ?? '' } } };
    const { data: cancelled } = await client.POST('/v1/runs/{id}/cancel', run);
    expect(cancelled?.code).toBe(0);
    for await (const frame of service.follow(run.params.path.id, 30_000)) {
      if (frame.type === 'run_cancelled') expect(frame.data.status).toBe('cancelled');
    }
    const { data: over } = await client.GET('/v1/runs/{id}', run);
    expect(over?.data).toMatchObject({ id: run.params.path.id, status: 'cancelled' });
    const list = { params: { query: { workflowId: id } } };
    expect((await client.GET('/v1/runs', list)).data?.data.items).toHaveLength(1);
  });

  it('runs a definition at once and waits for its end', async () => {
    const nodes: Schemas['Definition']['nodes'] = {
      root: { type: 'manual', payload: {}, children: ['upper'] },
      upper: {
        type: 'format',
        payload: { data: '{{$trigger.body}}', template: 'Hello {{@name}}' },
      },
    };
    const body = { definition: { nodes }, payload: { name: 'Ada' } };
    const { data, error } = await client.POST('/v1/runs/sync', { body });
    expect(error).toBeUndefined();
    expect(data?.data).toMatchObject({ status: 'success' });
  });

  it('asks whether the service is ready', async () => {
    expect((await client.GET('/health/ready')).data?.code).toBe(0);
  });

  it('reads one trigger', async () => {
    const params = { path: { type: 'manual' } };
    const { data } = await client.GET('/v1/triggers/{type}', { params });
    expect(data?.data).toMatchObject({ type: 'manual' });
  });

  it('tells what was refused', async () => {
    const params = { path: { id: 'wf_none' } };
    const { data, error, response } = await client.GET('/v1/workflows/{id}', { params });
    expect(data).toBeUndefined();
    expect(error).toMatchObject({ code: 404001, details: [] });
    expect(response.status).toBe(404);
  });

  it('calls what is public without a credential, and nothing else', async () => {
    const stranger = createWeftClient({ url: service.url });
    expect((await stranger.GET('/v1/actions')).data?.data.length).toBeGreaterThan(5);
    expect((await stranger.GET('/v1/workflows')).error?.code).toBe(401000);
  });
});
