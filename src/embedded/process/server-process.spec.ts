import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awaitReady, retryStart, ServerStartError } from './await-ready';
import { ServerProcess } from './server-process';
import { ServerRecord } from './server-record';

let dataDir: string;

function start(script: string): ServerProcess {
  return new ServerProcess(
    {
      name: 'temporal',
      file: process.execPath,
      args: ['-e', script],
      logFile: join(dataDir, 'logs', 'x.log'),
      stopSteps: [{ signal: 'SIGTERM', graceMs: 10_000 }],
    },
    new ServerRecord(dataDir),
  );
}

const log = () => readFileSync(join(dataDir, 'logs', 'x.log'), 'utf8');
const STAY = 'setInterval(() => {}, 1000)';

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'weft-server-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

it('runs, is recorded, and leaves no record when it is stopped', async () => {
  const server = start(`console.log("hello"); ${STAY}`);
  await awaitReady('X', server, () => Promise.resolve(log().includes('hello')));
  expect(new ServerRecord(dataDir).orphan('temporal')?.pid).toBe(server.pid);
  await server.stop();
  expect(await server.ended).toBe('was ended by SIGTERM');
  expect(existsSync(join(dataDir, 'temporal.pid.json'))).toBe(false);
});

it('keeps the log of the start before', async () => {
  await start('console.log("first")').ended;
  await start('console.log("second")').ended;
  expect(log()).toBe('second\n');
  expect(readFileSync(join(dataDir, 'logs', 'x.log.old'), 'utf8')).toBe('first\n');
});

it('passes nothing of this process’s environment on but what programs need', async () => {
  process.env.WEFT_SPEC_SECRET = 'secret';
  await start('console.log(Object.keys(process.env).sort().join())').ended;
  delete process.env.WEFT_SPEC_SECRET;
  expect(log().trim().split(',')).not.toContain('WEFT_SPEC_SECRET');
  expect(log()).toContain('PATH');
});

it('ends with a reason, and no unhandled event, when the program cannot be run', async () => {
  const file = join(dataDir, 'closed');
  writeFileSync(file, '');
  chmodSync(file, 0o644);
  const server = new ServerProcess(
    { name: 'temporal', file, args: [], logFile: join(dataDir, 'logs', 'x.log'), stopSteps: [] },
    new ServerRecord(dataDir),
  );
  expect(await server.ended).toContain('could not be run: spawn');
  await server.stop();
});

it('fails a start with the end of the log', async () => {
  const server = start('console.error("no luck"); process.exit(4)');
  const failure = await awaitReady('X', server, () => Promise.resolve(false)).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(ServerStartError);
  expect((failure as Error).message).toBe('X ended with code 4. The end of its log:\nno luck');
});

it('stops the server when the question itself fails', async () => {
  const server = start(STAY);
  const failing = () => Promise.reject(new Error('wrong password'));
  await expect(awaitReady('X', server, failing)).rejects.toThrow('wrong password');
  expect(server.isRunning()).toBe(false);
});

describe('retryStart', () => {
  const failing = (tail: string) => new ServerStartError('X', 'ended', tail);

  it('tries again for a cause that passes', async () => {
    const outcomes = [failing('bind: Address already in use'), undefined];
    const result = await retryStart(/address already in use/i, () => {
      const outcome = outcomes.shift();
      return outcome ? Promise.reject(outcome) : Promise.resolve('up');
    });
    expect(result).toBe('up');
  });

  it('gives up at once for another cause', async () => {
    let calls = 0;
    const start = () => {
      calls += 1;
      return Promise.reject(failing('disk full'));
    };
    await expect(retryStart(/address already in use/i, start)).rejects.toThrow('disk full');
    expect(calls).toBe(1);
  });
});
