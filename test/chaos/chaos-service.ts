import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findProcess, isRunning, type ProcessRef } from '../../src/embedded/process/process-table';
import { isProcessRef } from '../../src/embedded/process/state-file';
import { until } from './until';

const ROOT = join(__dirname, '../..');
const START_MS = 60_000;

/** What is written down in a data directory of who runs on it. */
const PARTS = {
  service: 'lock.json',
  postgres: 'postgres.pid.json',
  temporal: 'temporal.pid.json',
};
export type Part = keyof typeof PARTS;

/** The service as it is shipped, in a process that may be killed and started again on its data directory. */
export class ChaosService {
  /** Of the newest process; undefined until it is ready. */
  url: string | undefined;
  output = '';
  private child: ChildProcess | undefined;

  constructor(
    readonly dataDir: string,
    private readonly variables: Readonly<Record<string, string>>,
  ) {}

  /** Does not wait until it is ready. */
  spawn(): void {
    const child = spawn(process.execPath, ['dist/src/main.js'], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        PORT: '0',
        HOST: '127.0.0.1',
        WEFT_DATA_DIR: this.dataDir,
        WEFT_EGRESS_ALLOW: '127.0.0.1',
        WEFT_LOG_LEVEL: 'warn',
        WEFT_RECONCILE_INTERVAL_MS: '500',
        WEFT_RECONCILE_START_AFTER_MS: '2000',
        WEFT_RECONCILE_TELL_AFTER_MS: '2000',
        ...this.variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.url = undefined;
    child.stderr.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    createInterface({ input: child.stdout }).on('line', (line) => {
      this.output += `${line}\n`;
      const [, port] = /^ *API +http:\/\/localhost:(\d+)$/.exec(line) ?? [];
      if (port !== undefined && this.child === child) this.url = `http://127.0.0.1:${port}`;
    });
  }

  async start(): Promise<void> {
    this.spawn();
    await this.ready();
  }

  async ready(): Promise<string> {
    return until('the service to be ready', START_MS, () => {
      if (this.hasEnded) throw new Error(`The service did not start:\n${this.output}`);
      return this.url;
    });
  }

  get hasEnded(): boolean {
    return this.child?.exitCode !== null || this.child.signalCode !== null;
  }

  /** Who runs on the data directory now, by its own records. */
  running(part: Part): ProcessRef | undefined {
    const path = join(this.dataDir, PARTS[part]);
    if (!existsSync(path)) return undefined;
    const ref: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isProcessRef(ref) && isRunning(ref) ? ref : undefined;
  }

  /** The value of an option on the command line of a part, such as `-p` of PostgreSQL. */
  option(part: Part, option: string): string {
    const ref = this.running(part);
    const words = (ref && findProcess(ref.pid)?.command.split(' ')) ?? [];
    const value = words[words.indexOf(option) + 1];
    if (!words.includes(option) || value === undefined) throw new Error(`${part} has no ${option}`);
    return value;
  }

  /** Kills parts, in this order, and waits until they are gone. */
  async kill(...parts: Part[]): Promise<void> {
    const victims = parts.flatMap((part) => this.running(part) ?? []);
    for (const { pid } of victims) process.kill(pid, 'SIGKILL');
    // It may not have got as far as writing itself down.
    if (parts.includes('service')) this.child?.kill('SIGKILL');
    this.url = undefined;
    await until('the killed processes to be gone', 10_000, () => !victims.some(isRunning));
    if (parts.includes('service')) await this.exit();
  }

  /** Asks it to stop, as an operator does. */
  terminate(): void {
    this.child?.kill('SIGTERM');
  }

  /** Waits for its end. Gives the exit code, null when it was killed. */
  async exit(): Promise<number | null> {
    const { child } = this;
    if (child && !this.hasEnded) await once(child, 'exit');
    return child?.exitCode ?? null;
  }

  /** Ends whatever runs, be it started or not. */
  async stop(): Promise<void> {
    this.terminate();
    await this.exit();
    await this.kill('service', 'postgres', 'temporal');
  }

  get<T>(path: string): Promise<T> {
    return this.call('GET', path);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.call('POST', path, body);
  }

  /** Of a stream, from after an event on. */
  stream(runId: string, lastEventId: number, signal: AbortSignal): Promise<Response> {
    return fetch(`${this.address}/v1/runs/${runId}/stream`, {
      headers: { authorization: `Bearer ${this.key}`, 'last-event-id': String(lastEventId) },
      signal,
    });
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(this.address + path, {
      method,
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as { data: T; code: number; message: string };
    if (!response.ok) throw new RefusedError(answer.code, `${method} ${path}: ${answer.message}`);
    return answer.data;
  }

  private get address(): string {
    if (this.url === undefined) throw new Error('The service is not ready.');
    return this.url;
  }

  private get key(): string {
    return readFileSync(join(this.dataDir, 'api-key'), 'utf8').trim();
  }
}

/** An answer of the API that is no success. */
export class RefusedError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}
