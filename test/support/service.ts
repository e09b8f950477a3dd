import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createWeftClient, follow, type Schemas, type WeftClient } from '../../packages/client/src';
import { expectEvent } from '../published/event-check';
import { createTestDatabase, type TestDatabase } from './database';

const ROOT = join(__dirname, '../..');
/** Longer than the service takes to give up by itself. */
const STOP_MS = 35_000;

/** One frame of a run's stream. */
export interface StreamFrame {
  seq: number;
  type: string;
  data: { type: string; path?: string; status: string };
}

/** The service as it is shipped, in a process of its own, on the servers that the suites share. */
export class TestService {
  /** Acts with the API key. */
  readonly client: WeftClient;

  private constructor(
    readonly url: string,
    /** Where its Temporal tasks come from; no other service has it. */
    readonly taskQueue: string,
    readonly databaseUrl: string,
    /** The API key of the first start. */
    readonly key: string,
    private readonly child: ChildProcess,
    private readonly clean: () => Promise<void>,
  ) {
    this.client = createWeftClient({ url, token: key });
  }

  /** Starts it on an empty database. `variables` are added to its environment. */
  static async start(variables: Record<string, string> = {}): Promise<TestService> {
    const database = await createTestDatabase();
    const dataDir = mkdtempSync(join(tmpdir(), 'weft-service-'));
    const taskQueue = `test-${randomBytes(6).toString('hex')}`;
    const child = spawn(process.execPath, ['dist/src/main.js'], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: database.url,
        TEMPORAL_ADDRESS: temporalAddress(),
        PORT: '0',
        HOST: '127.0.0.1',
        WEFT_DATA_DIR: dataDir,
        WEFT_TASK_QUEUE: taskQueue,
        WEFT_EGRESS_ALLOW: '127.0.0.1',
        WEFT_LOG_LEVEL: 'warn',
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const clean = (): Promise<void> => removeAll(database, dataDir);
    try {
      const url = await readUrl(child);
      const key = readFileSync(join(dataDir, 'api-key'), 'utf8').trim();
      return new TestService(url, taskQueue, database.url, key, child, clean);
    } catch (error) {
      child.kill('SIGKILL');
      await clean();
      throw error;
    }
  }

  get<T>(path: string): Promise<T> {
    return this.call('GET', path);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.call('POST', path, body);
  }

  /** Saves and publishes a definition. Gives the id of its workflow. */
  async publish(name: string, definition: object): Promise<string> {
    const body = { name, definition: definition as Schemas['Definition'] };
    const made = await this.client.POST('/v1/workflows', { body });
    if (made.error) throw new Error(`It was not saved: ${made.error.message}`);
    const { id } = made.data.data;
    const path = { params: { path: { id } } };
    const { error } = await this.client.POST('/v1/workflows/{id}/publish', path);
    if (error) throw new Error(`It was not published: ${error.message}`);
    return id;
  }

  /** The frames of a run's stream until it ends, within the time. The run may be started later. */
  async *follow(runId: string, timeoutMs: number): AsyncGenerator<StreamFrame> {
    const signal = AbortSignal.timeout(timeoutMs);
    for await (const { seq, event } of follow(this.client, runId, { signal })) {
      expectEvent('RunEvent', event);
      yield { seq, type: event.type, data: event };
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends it as an operator would. Gives the exit code; null when the signal itself ended the process. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const ended = once(this.child, 'exit') as Promise<[number | null]>;
    this.signal(signal);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
    const [code] = await ended;
    clearTimeout(timer);
    await this.clean();
    return code;
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(this.url + path, {
      method,
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (JSON.parse(text) as { data: T }).data;
  }
}

export function temporalAddress(): string {
  const address = process.env.WEFT_TEST_TEMPORAL_ADDRESS;
  if (address === undefined) throw new Error('The Temporal server of the tests is not running.');
  return address;
}

/** Waits for the address that the service prints when it is ready. */
async function readUrl(child: ChildProcess): Promise<string> {
  if (!child.stdout || !child.stderr) throw new Error('The service has no output.');
  const printed: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(`${line}\n`);
    const [, port] = /^ *API +http:\/\/localhost:(\d+)$/.exec(line) ?? [];
    if (port !== undefined) {
      child.stdout.resume();
      return `http://127.0.0.1:${port}`;
    }
  }
  throw new Error(`The service did not start:\n${printed.join('')}`);
}

async function removeAll(database: TestDatabase, dataDir: string): Promise<void> {
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
}
