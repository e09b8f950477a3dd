import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { choosePort } from './choose-port';

const strangers: Server[] = [];

async function stranger(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  strangers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

afterEach(() => {
  for (const server of strangers.splice(0)) server.close();
});

it('takes the wanted port and says nothing', async () => {
  const port = await stranger('127.0.0.1');
  strangers.pop()?.close();
  const lines: string[] = [];
  expect(await choosePort({ purpose: 'X', wanted: port }, (line) => lines.push(line))).toBe(port);
  expect(lines).toEqual([]);
});

it.each(['127.0.0.1', '0.0.0.0'])(
  'leaves a port to a stranger on %s, and says so',
  async (host) => {
    const wanted = await stranger(host);
    const lines: string[] = [];
    const port = await choosePort({ purpose: 'PostgreSQL', wanted }, (line) => lines.push(line));
    expect(port).not.toBe(wanted);
    expect(lines).toEqual([
      `PostgreSQL: port ${wanted} is in use by another program, so ${port} is used instead.`,
    ]);
  },
);

it('gives any free port for 0', async () => {
  const lines: string[] = [];
  const port = await choosePort({ purpose: 'X', wanted: 0 }, (line) => lines.push(line));
  expect(port).toBeGreaterThan(1023);
  expect(lines).toEqual([]);
});
