import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { temporalAddress } from '../support/service';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'weft-lost-servers-'));
});
afterAll(() => {
  rmSync(dataDir, { recursive: true });
});

async function ready({ stdout }: ChildProcess): Promise<void> {
  if (!stdout) throw new Error('The service has no output.');
  for await (const line of createInterface({ input: stdout })) {
    if (line === 'Weft is ready.') break;
  }
}

it('a service whose own PostgreSQL is killed says so last, and what to do', async () => {
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    cwd: join(__dirname, '../..'),
    env: {
      ...{ PATH: process.env.PATH, WEFT_DATA_DIR: dataDir, PORT: '0' },
      ...{ TEMPORAL_ADDRESS: temporalAddress(), WEFT_TASK_QUEUE: 'lost-servers' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = text(child.stderr);
  const exit = once(child, 'exit');
  await ready(child);
  child.stdout.resume();
  const recorded = readFileSync(join(dataDir, 'postgres.pid.json'), 'utf8');
  process.kill((JSON.parse(recorded) as { pid: number }).pid, 'SIGKILL');
  expect(await exit).toEqual([1, null]);
  expect((await said).trimEnd().split('\n').at(-1)).toBe(
    'The embedded PostgreSQL was ended by SIGKILL. Nobody here sends SIGKILL: look whether the machine ran out of memory. ' +
      `Its log is ${join(dataDir, 'logs/postgres.log')}. ` +
      'The service ends with it: start it again, and runs go on where they were.',
  );
});
