import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { createWeftClient, follow, type Schemas } from '../../packages/client/src';
import { TestService } from '../support/service';

const APPROVAL: Schemas['Definition'] = {
  nodes: {
    root: { type: 'manual', payload: {}, children: ['approve'] },
    approve: {
      type: 'wait',
      payload: { timeoutMs: 60_000, triggerType: 'manual', triggerConfig: {} },
      children: ['done'],
    },
    done: { type: 'log', branch: 'resumed', payload: { message: 'Done.' }, children: [] },
  },
};

let service: TestService;
let proxy: CuttingProxy;
beforeAll(async () => {
  service = await TestService.start();
  proxy = await CuttingProxy.start(Number(new URL(service.url).port));
});
afterAll(async () => {
  await proxy.close();
  await service.stop();
});

/** Passes connections on to a port, and breaks them when it is told to. */
class CuttingProxy {
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(port: number): Promise<CuttingProxy> {
    const server = createServer();
    const proxy = new CuttingProxy(server);
    server.on('connection', (inside) => {
      const outside = connect(port, '127.0.0.1');
      for (const socket of [inside, outside]) {
        proxy.sockets.add(socket);
        socket.on('error', () => socket.destroy());
      }
      inside.pipe(outside).pipe(inside);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  cut(): void {
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }
}

describe('following a run', () => {
  async function start(): Promise<string> {
    const body = { definition: APPROVAL };
    const { data } = await service.client.POST('/v1/runs', { body });
    return data?.data.runId ?? '';
  }

  it('goes on after the last event when the connection breaks, and ends with the run', async () => {
    const runId = await start();
    const client = createWeftClient({ url: proxy.url, token: service.key });
    const seen: [number, string][] = [];
    for await (const { seq, event } of follow(client, runId, { retryMs: 10 })) {
      seen.push([seq, event.type]);
      if (event.type !== 'run_waiting') continue;
      proxy.cut();
      const params = { path: { id: runId, nodeId: 'approve' } };
      await service.client.POST('/v1/runs/{id}/nodes/{nodeId}/resume', { params, body: {} });
    }
    expect(seen.map(([seq]) => seq)).toEqual(seen.map((_, index) => index + 1));
    expect(seen.at(-1)?.[1]).toBe('run_completed');
  });

  it('begins after an event that is known, and has nothing to tell of a run that has ended', async () => {
    const runId = await start();
    await service.client.POST('/v1/runs/{id}/cancel', { params: { path: { id: runId } } });
    const all = [];
    for await (const { seq } of follow(service.client, runId)) all.push(seq);
    const rest = [];
    for await (const { seq } of follow(service.client, runId, { after: 1 })) rest.push(seq);
    expect(rest).toEqual(all.slice(1));
    for await (const { seq } of follow(service.client, runId, { after: all.length }))
      rest.push(seq);
    expect(rest).toHaveLength(all.length - 1);
  });

  it('throws what the service refuses', async () => {
    const stranger = createWeftClient({ url: service.url });
    await expect(follow(stranger, 'run_x').next()).rejects.toMatchObject({
      ...{ name: 'FollowError', status: 401, code: 401000 },
    });
  });

  it('gives up when the service stays away', async () => {
    const nowhere = createWeftClient({ url: 'http://127.0.0.1:1', token: service.key });
    const followed = follow(nowhere, 'run_x', { retries: 2, retryMs: 1 });
    await expect(followed.next()).rejects.toThrow('fetch failed');
  });

  it('stops when it is told to', async () => {
    const stopped = new AbortController();
    const followed = follow(service.client, await start(), { signal: stopped.signal });
    await followed.next();
    stopped.abort(new Error('enough'));
    const rest = async (): Promise<void> => {
      while (!(await followed.next()).done);
    };
    await expect(rest()).rejects.toThrow('enough');
  });
});
