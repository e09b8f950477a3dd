import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Service } from './compose-file';

/** What is elsewhere than in the containers, by variable; each must be one that the service is given. */
export type Elsewhere = Readonly<Record<string, string>>;

/** A service of the compose file as a plain process: the same command and environment, and no other. */
export class ServiceProcess {
  private output = '';

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {
    const keep = (chunk: Buffer): void => void (this.output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
  }

  static start(name: string, service: Service, folder: string, elsewhere: Elsewhere) {
    const env = relocate(service, elsewhere);
    const [command = '', ...args] = service.command ?? [];
    const child = spawn(command, args, {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ServiceProcess(name, child);
  }

  /** Waits for the condition. Throws with what the process has printed when it ends before that. */
  async until(condition: () => Promise<boolean>, what: string, timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!(await condition())) {
      if (this.hasEnded) throw new Error(`${this.name} has ended:\n${this.output}`);
      if (Date.now() > deadline) {
        throw new Error(`${what} not within ${timeoutMs} ms. ${this.name}:\n${this.output}`);
      }
      await pause(100);
    }
  }

  /** Ends it as `docker compose stop` does. Gives the exit code, null when it had to be killed. */
  async stop(graceMs: number): Promise<number | null> {
    if (!this.hasEnded) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      const killer = setTimeout(() => this.child.kill('SIGKILL'), graceMs);
      await ended;
      clearTimeout(killer);
    }
    return this.child.exitCode;
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}

/** The environment of a service with some of its values replaced. */
export function relocate(service: Service, elsewhere: Elsewhere): Record<string, string> {
  const given = service.environment ?? {};
  for (const name of Object.keys(elsewhere)) {
    if (!Object.hasOwn(given, name)) throw new Error(`The service is given no ${name}.`);
  }
  return { ...given, ...elsewhere };
}
