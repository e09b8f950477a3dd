import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { Client as PostgresClient } from 'pg';
import { DataDirInUseError } from '../src/embedded/process/data-dir-lock';
import { findProcess, isRunning } from '../src/embedded/process/process-table';
import { startEmbedded, type Embedded } from '../src/embedded/start-embedded';

const FILES_AT_REST = ['logs', 'postgres', 'postgres-password', 'temporal'];
const ATTRIBUTES = { EmbeddedSpec: 'Keyword' } as const;

let dataDir: string;
let ports: { postgresPort: number; temporalPort: number; temporalUiPort: number };
let embedded: Embedded | undefined;
let lines: string[];

/** With the same ports each time: a start that leaves an orphan on them would have to take others. */
async function start(onExit?: (reason: string) => void): Promise<Embedded> {
  lines = [];
  embedded = await startEmbedded({
    dataDir,
    ...ports,
    postgres: true,
    temporal: true,
    extraSearchAttributes: ATTRIBUTES,
    log: (line) => lines.push(line),
    ...(onExit && { onExit }),
  });
  return embedded;
}

async function query(text: string): Promise<unknown[]> {
  const client = new PostgresClient({ connectionString: embedded?.databaseUrl });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  return rows;
}

async function withTemporal<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: embedded!.temporalAddress! });
  try {
    return await use(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

const status = (workflowId: string) =>
  withTemporal(
    async (client) => (await client.workflow.getHandle(workflowId).describe()).status.name,
  );

const startWorkflow = (workflowId: string) =>
  withTemporal((client) =>
    client.workflow.start('NoWorker', { taskQueue: 'none', workflowId, args: [] }),
  );

/** The servers of a Node process that was killed while it owned the data directory. */
async function leaveOrphans(): Promise<{ postgres: number; temporal: number }> {
  const script = `
    const { transformFileSync } = require('@swc/core');
    require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);
    require('./src/embedded/start-embedded')
      .startEmbedded({ ...JSON.parse(process.argv[1]), log() {} })
      .then(({ pids }) => console.log(JSON.stringify(pids)));
    setInterval(() => {}, 1000);`;
  const options = { dataDir, ...ports, postgres: true, temporal: true };
  const owner = spawn(process.execPath, ['-e', script, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(owner.stdout, 'data')) as [Buffer];
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  return JSON.parse(line.toString()) as { postgres: number; temporal: number };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'weft-embedded-'));
  ports = {
    postgresPort: await freePort(),
    temporalPort: await freePort(),
    temporalUiPort: await freePort(),
  };
});
afterEach(async () => {
  await embedded?.stop();
});
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

it('starts both servers in an empty directory and stops them whole', async () => {
  const { pids, stop, temporalUiUrl } = await start();
  expect(await query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(await query('SELECT current_database() AS name')).toEqual([{ name: 'weft' }]);
  expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
  expect(statSync(join(dataDir, 'temporal')).mode & 0o777).toBe(0o700);
  const attributes = await withTemporal(({ connection }) =>
    connection.operatorService.listSearchAttributes({ namespace: 'default' }),
  );
  expect(Object.keys(attributes.customAttributes)).toEqual(['EmbeddedSpec']);
  expect((await fetch(temporalUiUrl!)).status).toBe(200);

  await query('CREATE TABLE kept AS SELECT 42 AS answer');
  await startWorkflow('kept');
  const running = [findProcess(pids.postgres!), findProcess(pids.temporal!)];
  await stop();
  expect(running.map((server) => isRunning(server!))).toEqual([false, false]);
  expect(readdirSync(dataDir).sort()).toEqual(FILES_AT_REST);
});

it('finds its state again, on the same ports', async () => {
  const { temporalAddress, databaseUrl } = await start();
  expect(lines).toEqual([]);
  expect(temporalAddress).toBe(`127.0.0.1:${ports.temporalPort}`);
  expect(new URL(databaseUrl!).port).toBe(String(ports.postgresPort));
  expect(await query('SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  expect(await status('kept')).toBe('RUNNING');
});

it('is refused a directory that is in use, and leaves the owner alone', async () => {
  const owner = await start();
  await expect(
    startEmbedded({ dataDir, postgres: true, temporal: true, log: () => undefined }),
  ).rejects.toThrow(DataDirInUseError);
  embedded = owner;
  expect(await query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

it('stops what a killed owner left running before it takes the ports', async () => {
  const orphans = await leaveOrphans();
  expect(findProcess(orphans.postgres)).toBeDefined();
  expect(findProcess(orphans.temporal)).toBeDefined();
  await start();
  expect(lines).toEqual([
    `Stopped a PostgreSQL of an earlier start (process ${orphans.postgres}).`,
    `Stopped a Temporal of an earlier start (process ${orphans.temporal}).`,
  ]);
  expect(await query('SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  expect(await status('kept')).toBe('RUNNING');
});

it('recovers after everything was killed', async () => {
  const orphans = await leaveOrphans();
  process.kill(orphans.postgres, 'SIGKILL');
  process.kill(orphans.temporal, 'SIGKILL');
  while (findProcess(orphans.postgres) ?? findProcess(orphans.temporal)) await nextTurn();
  await start();
  expect(lines).toEqual([]);
  expect(await query('SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  expect(await status('kept')).toBe('RUNNING');
});

it('takes other ports than those of strangers, and tells when a part ends by itself', async () => {
  const strangers = Object.values(ports).map((port) => createServer().listen(port, '127.0.0.1'));
  await Promise.all(strangers.map((server) => once(server, 'listening')));
  try {
    let told: (reason: string) => void = () => undefined;
    const exit = new Promise<string>((resolve) => {
      told = resolve;
    });
    const { pids } = await start((reason) => {
      told(reason);
    });
    expect(lines.toSorted().map((line) => line.replace(/\d+ is used/, 'N is used'))).toEqual([
      `PostgreSQL: port ${ports.postgresPort} is in use by another program, so N is used instead.`,
      `Temporal UI: port ${ports.temporalUiPort} is in use by another program, so N is used instead.`,
      `Temporal: port ${ports.temporalPort} is in use by another program, so N is used instead.`,
    ]);
    process.kill(pids.temporal!, 'SIGKILL');
    expect(await exit).toMatch(/^The embedded Temporal was ended by SIGKILL\..*temporal\.log\.$/);
  } finally {
    for (const server of strangers) server.close();
  }
});
