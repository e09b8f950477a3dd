import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { findInProcfs, findProcess, findWithPs, isRunning, thisProcess } from './process-table';

const sources = process.platform === 'linux' ? { findInProcfs, findWithPs } : { findWithPs };

describe.each(Object.entries(sources))('%s', (_name, find) => {
  it('names a running process by pid, start and command', () => {
    const found = find(process.pid);
    expect(found?.pid).toBe(process.pid);
    expect(found?.startedAt).toMatch(/\d/);
    expect(found?.command).toContain('node');
    expect(find(process.pid)?.startedAt).toBe(found?.startedAt);
  });

  it('tells two processes apart by their start', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'with (a bracket']);
    await once(child, 'spawn');
    const found = find(child.pid!);
    expect(found?.startedAt).not.toBe(find(process.pid)?.startedAt);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(find(child.pid!)).toBeUndefined();
  });
});

describe('isRunning', () => {
  it('holds for this process', () => {
    expect(isRunning(thisProcess())).toBe(true);
  });

  it('fails for a pid that was given to another process since', () => {
    expect(isRunning({ pid: process.pid, startedAt: 'long ago' })).toBe(false);
  });

  it('counts a zombie as gone', async () => {
    // The shell turns into a program that does not wait for its child, which ends with its input.
    const shell = spawn('sh', ['-c', 'cat <&3 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    });
    const [line] = (await once(shell.stdout!, 'data')) as [Buffer];
    const zombie = Number(line.toString());
    while (findProcess(shell.pid!)?.command !== 'sleep 60') await new Promise(setImmediate);
    (shell.stdio[3] as Writable).end();
    while (findProcess(zombie) !== undefined) await new Promise(setImmediate);
    expect(() => process.kill(zombie, 0)).not.toThrow();
    shell.kill('SIGKILL');
    await once(shell, 'exit');
  });
});
