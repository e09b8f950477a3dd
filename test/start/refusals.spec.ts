import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { temporalAddress, TestService } from '../support/service';

let dataDir: string;
let database: TestDatabase;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'weft-refusals-'));
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

/** Starts a process that is to refuse, and gives what it said. */
async function refusal(entry: string, variables: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [`dist/src/${entry}.js`], {
    cwd: join(__dirname, '../..'),
    env: { PATH: process.env.PATH, WEFT_DATA_DIR: dataDir, ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect(code).toBe(1);
  return said.trim();
}

it.each(['main', 'worker'])('%s names a variable that is wrong', async (entry) => {
  await expect(refusal(entry, { PORT: 'abc' })).resolves.toBe(
    'The environment is not valid:\n  - PORT must be a port number',
  );
});

it('a worker alone asks for its servers', async () => {
  await expect(refusal('worker', {})).resolves.toBe(
    'A worker alone needs DATABASE_URL and TEMPORAL_ADDRESS: `npm start` carries its own.',
  );
});

it('a worker alone makes no key of its own, with which it could open nothing', async () => {
  const said = await refusal('worker', {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporalAddress(),
  });
  expect(said).toMatch(/^A worker alone needs the key .* set WEFT_ENCRYPTION_KEY for both, .*$/);
  expect(readdirSync(dataDir)).toEqual([]);
});

it('says in one line which server is away', async () => {
  const TEMPORAL_ADDRESS = temporalAddress();
  const away = 'postgres://weft:weft@127.0.0.1:1/weft';
  await expect(refusal('main', { DATABASE_URL: away, TEMPORAL_ADDRESS })).resolves.toBe(
    "PostgreSQL can't be used: connect ECONNREFUSED 127.0.0.1:1. Check DATABASE_URL.",
  );
  const noTemporal = { DATABASE_URL: database.url, TEMPORAL_ADDRESS: '127.0.0.1:1' };
  await expect(refusal('main', noTemporal)).resolves.toMatch(
    /^Temporal can't be used: .*Connection refused.* Check TEMPORAL_ADDRESS\.$/,
  );
});

it('takes another port when its own is in use', async () => {
  const stranger = createServer().listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const taken = (stranger.address() as { port: number }).port;
  const service = await TestService.start({ PORT: String(taken) });
  expect(new URL(service.url).port).not.toBe(String(taken));
  await expect(service.get('/health/ready')).resolves.toEqual({ status: 'ok' });
  await service.stop();
  stranger.close();
});
