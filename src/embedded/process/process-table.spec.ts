import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
    // The shell's first child ends at once and is never waited for: `exec` replaces who would.
    const shell = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = (await once(shell.stdout, 'data')) as [Buffer];
    const zombie = Number(line.toString());
    while (findProcess(zombie) !== undefined) await new Promise(setImmediate);
    expect(() => process.kill(zombie, 0)).not.toThrow();
    shell.kill('SIGKILL');
    await once(shell, 'exit');
  });
});
