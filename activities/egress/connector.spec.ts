import type { LookupAddress } from 'node:dns';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { startLocalServer, type LocalServer } from '../testing/local-server';
import { EgressClient } from './client';
import type { Resolve } from './connector';

let server: LocalServer;
let port: number;

beforeAll(async () => {
  server = await startLocalServer({ '/': (_request, response) => response.end('reached') });
  port = Number(new URL(server.url).port);
});
afterAll(() => server.close());

/** A name server that gives one answer after the other. */
function answers(...rounds: string[][]): { resolve: Resolve; asked: string[] } {
  const asked: string[] = [];
  const resolve: Resolve = (hostname, _options, callback) => {
    const round = rounds[asked.length] ?? [];
    asked.push(hostname);
    const records = round.map((address): LookupAddress => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    callback(null, records);
  };
  return { resolve, asked };
}

async function get(client: EgressClient, url: string): Promise<string> {
  try {
    const response = await client.request({
      url,
      method: 'GET',
      timeoutMs: 2_000,
      maxBytes: 1_000,
      signal: new AbortController().signal,
    });
    return response.body.toString();
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.close();
  }
}

it.each([
  [['8.8.8.8', '127.0.0.1']],
  [['127.0.0.1', '8.8.8.8']],
  [['2606:4700:4700::1111', '::1']],
  [['8.8.8.8', '::ffff:10.0.0.1']],
  [[]],
])('refuses a name when any of its addresses %j is not public', async (addresses) => {
  const { resolve, asked } = answers(addresses);
  const client = new EgressClient({ allow: [] }, resolve);
  expect(await get(client, `http://mixed.example.com:${port}/`)).toBe('egress_refused');
  expect(asked).toEqual(['mixed.example.com']);
});

it('connects to the address it has checked, without asking again', async () => {
  const { resolve, asked } = answers(['127.0.0.1'], ['10.0.0.1']);
  const client = new EgressClient({ allow: ['127.0.0.1'] }, resolve);
  expect(await get(client, `http://rebound.example.com:${port}/`)).toBe('reached');
  expect(asked).toEqual(['rebound.example.com']);
  expect(server.seen.at(-1)?.headers.host).toBe(`rebound.example.com:${port}`);
});

it('lets an operator allow a host, whatever it resolves to', async () => {
  const { resolve } = answers(['127.0.0.1']);
  const client = new EgressClient({ allow: ['desk.example.com'] }, resolve);
  expect(await get(client, `http://desk.example.com:${port}/`)).toBe('reached');
});

it('guards https the same way, and keeps the name for TLS', async () => {
  const hellos: Buffer[] = [];
  const tls = createServer((socket: Socket) => {
    socket.once('data', (hello) => {
      hellos.push(hello);
      socket.end('this is no TLS');
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve));
  const url = `https://secure.example.com:${(tls.address() as AddressInfo).port}/`;

  const strict = new EgressClient({ allow: [] }, answers(['127.0.0.1']).resolve);
  expect(await get(strict, url)).toBe('egress_refused');
  expect(hellos).toHaveLength(0);

  const allowing = new EgressClient({ allow: ['127.0.0.1'] }, answers(['127.0.0.1']).resolve);
  expect(await get(allowing, url)).toBe('http_tls_failed');
  expect(hellos[0]?.includes('secure.example.com')).toBe(true);
  await new Promise((resolve) => tls.close(resolve));
});
