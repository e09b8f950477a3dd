import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Side, SideName, SideSettings, WeftSide } from './side/side';

interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/**
 * Starts a side in a process of its own; each call of a method is carried out there.
 * @param profileDir where the process leaves CPU profiles of its threads when it ends
 */
export async function startSide(
  name: SideName,
  settings: SideSettings,
  profileDir?: string,
): Promise<Side> {
  const child = fork(join(__dirname, 'side', 'main.js'), [name, JSON.stringify(settings)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--expose-gc', ...profiling(name, profileDir)],
  });
  const waiting = new Map<number, Waiting>();
  const ready = new Promise<unknown>((resolve, reject) => waiting.set(0, { resolve, reject }));
  child.on('message', ({ id, result, error }: Answer) => {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) caller?.resolve(result);
    else caller?.reject(new Error(`${name}: ${error}`));
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${name} ended with ${code ?? 0}`));
  });
  await ready;
  return proxy(child, waiting);
}

function profiling(name: SideName, dir: string | undefined): string[] {
  return dir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(dir, name)}`];
}

function proxy(child: ChildProcess, waiting: Map<number, Waiting>): WeftSide {
  let calls = 0;
  const call = (method: string, ...args: unknown[]): Promise<unknown> => {
    calls += 1;
    const id = calls;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      child.send({ id, method, args });
    });
  };
  const on =
    (method: keyof WeftSide) =>
    (...args: unknown[]) =>
      call(method, ...args);
  return {
    run: on('run'),
    park: on('park'),
    resume: on('resume'),
    memory: on('memory'),
    cpu: on('cpu'),
    statements: on('statements'),
    runDefinition: on('runDefinition'),
    publish: on('publish'),
    readTimes: on('readTimes'),
    read: on('read'),
    streamDelays: on('streamDelays'),
    async stop() {
      const exited = once(child, 'exit');
      await call('stop');
      child.disconnect();
      await exited;
    },
  } as WeftSide;
}
