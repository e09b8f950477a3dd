import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearPostmasterPid } from './stale-pid-file';

let cluster: string;
const STEPS = [{ signal: 'SIGTERM', graceMs: 10_000 }] as const;
const pidFile = () => join(cluster, 'postmaster.pid');

async function sleeper(...args: string[]) {
  const script = 'setInterval(()=>{},1000);console.log("up")';
  const child = spawn(process.execPath, ['-e', script, '--', ...args]);
  await once(child.stdout, 'data');
  return child;
}

beforeEach(() => {
  cluster = mkdtempSync(join(tmpdir(), 'weft-pgdata-'));
});
afterEach(() => {
  rmSync(cluster, { recursive: true });
});

it('stops a server of this cluster', async () => {
  const server = await sleeper('-D', cluster);
  writeFileSync(pidFile(), `${server.pid!}\n${cluster}\n`);
  const exit = once(server, 'exit');
  expect(await clearPostmasterPid(cluster, STEPS)).toBe(server.pid);
  expect(await exit).toEqual([null, 'SIGTERM']);
  expect(existsSync(pidFile())).toBe(false);
});

it('leaves another program that has the pid now, and removes the file', async () => {
  const stranger = await sleeper();
  writeFileSync(pidFile(), `${stranger.pid!}\n${cluster}\n`);
  expect(await clearPostmasterPid(cluster, STEPS)).toBeUndefined();
  expect(existsSync(pidFile())).toBe(false);
  expect(stranger.signalCode).toBeNull();
  stranger.kill('SIGKILL');
  await once(stranger, 'exit');
});

it('has nothing to do after a clean stop', async () => {
  expect(await clearPostmasterPid(cluster, STEPS)).toBeUndefined();
});
