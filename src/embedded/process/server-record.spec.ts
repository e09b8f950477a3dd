import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerRecord } from './server-record';
import type { StopStep } from './stop-process';

const PATIENT: StopStep[] = [{ signal: 'SIGTERM', graceMs: 10_000 }];
let dataDir: string;
let record: ServerRecord;
let child: ChildProcess | undefined;

async function sleeper(script: string): Promise<number> {
  child = spawn(process.execPath, ['-e', `${script};setInterval(()=>{},1000);console.log("up")`]);
  await once(child.stdout!, 'data');
  return child.pid!;
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'weft-record-'));
  record = new ServerRecord(dataDir);
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

it('finds and stops the server of an earlier owner', async () => {
  const pid = await sleeper('');
  record.add('postgres', pid);
  expect(new ServerRecord(dataDir).orphan('postgres')?.pid).toBe(pid);
  const exit = once(child!, 'exit');
  expect(await new ServerRecord(dataDir).stopOrphan('postgres', PATIENT)).toBe(pid);
  expect(await exit).toEqual([null, 'SIGTERM']);
  expect(readdirSync(dataDir)).toEqual([]);
});

it('goes on to the next signal when the first is ignored', async () => {
  record.add('temporal', await sleeper('process.on("SIGTERM",()=>{})'));
  const steps: StopStep[] = [
    { signal: 'SIGTERM', graceMs: 50 },
    { signal: 'SIGKILL', graceMs: 10_000 },
  ];
  const exit = once(child!, 'exit');
  await record.stopOrphan('temporal', steps);
  expect(await exit).toEqual([null, 'SIGKILL']);
});

it('fails when the last signal does not help', async () => {
  record.add('temporal', await sleeper('process.on("SIGTERM",()=>{})'));
  const steps: StopStep[] = [{ signal: 'SIGTERM', graceMs: 50 }];
  await expect(record.stopOrphan('temporal', steps)).rejects.toThrow('does not stop');
});

it('never touches a process that got the pid later', async () => {
  const pid = await sleeper('');
  writeFileSync(join(dataDir, 'postgres.pid.json'), JSON.stringify({ pid, startedAt: 'before' }));
  expect(await record.stopOrphan('postgres', PATIENT)).toBeUndefined();
  expect(child?.signalCode).toBeNull();
  expect(readdirSync(dataDir)).toEqual([]);
});

it.each(['', 'no json', '{"pid":-1,"startedAt":"x"}', 'null'])(
  'takes a record it cannot read for none: %j',
  async (content) => {
    writeFileSync(join(dataDir, 'postgres.pid.json'), content);
    expect(await record.stopOrphan('postgres', PATIENT)).toBeUndefined();
  },
);
