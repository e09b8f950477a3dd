import { once } from 'node:events';
import type { Server } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../app';
import { ensureFirstKey } from '../auth/first-key';
import type { Config } from '../config/config';
import { LeaderLock } from '../reconciler/leader-lock';
import { Reconciler } from '../reconciler/reconciler';
import { Claims } from '../record/claims';
import { LostRuns } from '../record/lost-runs';
import { OpenDeliveries } from '../record/open-deliveries';
import { RunRows } from '../record/run-rows';
import { StoredRuns } from '../record/stored-runs';
import { DefinitionSecrets } from '../secrets/definition-secrets';
import { RunEventReader } from '../streams/run-event-reader';
import { Tallies } from '../tallies/tallies';
import { startDelivery } from '../temporal/start-delivery';
import { TemporalWorkflows } from '../temporal/temporal-workflows';
import { type Core, startCore } from './core';
import { createLog, type Log, nestLogger } from './logger';

/** Longest time that a stop may take, beside what actions get, before the process ends anyway, in milliseconds. */
const STOP_TIMEOUT_MS = 20_000;

export interface Service {
  url: string;
  stop(reason: string): Promise<void>;
}

/** The whole service: servers, migrations, worker, reconciler and the API, which says when it is ready. */
export async function startService(config: Config): Promise<Service> {
  const log = createLog(config.logLevel);
  let stop = (): Promise<void> => Promise.resolve();
  let ending: Promise<void> | undefined;
  const core = await startCore(config, log, say, (reason) => {
    log.fatal(reason);
    ending ??= end(reason);
  });
  const key = await ensureFirstKey(core.dataSource, (made) => {
    writeKey(config.dataDir, made);
  });
  const worker = config.worker.embedded ? await core.startWorker() : undefined;
  const reconciler = createReconciler(core, config, log);
  const app = await createApp({
    dataSource: core.dataSource,
    engine: core.engine,
    catalog: core.catalog,
    tariff: core.tariff,
    events: new RunEventReader(core.pool, core.watch),
    secrets: new DefinitionSecrets(
      core.secrets,
      (type) => core.catalog.get(type)?.secretKeys ?? [],
    ),
    sealer: core.sealer,
    databases: core.databases,
    auth: config.auth,
    rateLimits: config.rateLimits,
    audit: config.audit,
    trustedProxies: config.trustedProxies,
    maxBodyBytes: config.limits.maxBodyBytes,
    temporalUiUrl: core.servers.temporalUiUrl,
    logger: nestLogger(log),
  });
  const url = await listen(app, config);
  reconciler.start();
  greet(config, core, url, key?.key);

  let stopped: Promise<void> | undefined;
  stop = () => (stopped ??= shutDown());
  return {
    url,
    stop(reason) {
      log.info({ reason }, 'stopping');
      return stop();
    },
  };

  /** Says the reason last: what a stop logs when a server is away would hide it. */
  async function end(reason: string): Promise<void> {
    const advice = 'The service ends with it: start it again, and runs go on where they were.';
    process.once('exit', () => process.stderr.write(`${reason} ${advice}\n`));
    await stop().finally(() => process.exit(1));
  }

  async function shutDown(): Promise<void> {
    const longest = STOP_TIMEOUT_MS + config.worker.stopSeconds * 1_000;
    const timer = setTimeout(() => process.exit(1), longest);
    await reconciler.stop();
    await app.close();
    await core.watch.close();
    await worker?.stop();
    await core.close();
    clearTimeout(timer);
  }
}

function createReconciler(core: Core, config: Config, log: Log): Reconciler {
  const { pool, record, engine } = core;
  const { temporal, settings } = core.connection;
  return new Reconciler(
    new LeaderLock(core.servers.databaseUrl),
    {
      record,
      engine,
      log,
      lost: new LostRuns(pool),
      rows: new RunRows(pool),
      stored: new StoredRuns(pool),
      claims: new Claims(pool),
      deliveries: new OpenDeliveries(pool),
      tallies: new Tallies(pool),
      keys: core.keys,
      workflows: new TemporalWorkflows(temporal.client),
      startDelivery: startDelivery(temporal.client, settings),
    },
    config.reconciler,
  );
}

/** The wanted port, or any free one when another program holds it, which is then said. */
async function listen(app: NestExpressApplication, { port, host }: Config): Promise<string> {
  await app.init();
  const server: Server = app.getHttpServer();
  try {
    await bind(server, port, host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await bind(server, 0, host);
    say(`API: port ${port} is in use by another program, so another one is used instead.`);
  }
  const { port: bound } = server.address() as AddressInfo;
  return `http://localhost:${bound}`;
}

async function bind(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}

function writeKey(dataDir: string, key: string): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'api-key'), `${key}\n`, { mode: 0o600 });
}

function greet(config: Config, { servers }: Core, url: string, key: string | undefined): void {
  say('Weft is ready.');
  say(`  API          ${url}`);
  say(`  Docs         ${url}/docs`);
  if (servers.temporalUiUrl !== undefined) say(`  Temporal UI  ${servers.temporalUiUrl}`);
  if (key !== undefined) {
    say(`  API key      ${key}`);
    say(`               shown now and never again; kept in ${join(config.dataDir, 'api-key')}`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
