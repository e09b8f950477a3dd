import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Action } from '../../activities/action';
import { createCatalog } from '../../activities/catalog';
import { OrganizationDatabases } from '../../activities/data/organization-databases';
import type { ActivityDeps } from '../../activities/deps';
import type { Catalog } from '../../definition/catalog';
import { loadActionPackages } from '../actions/action-packages';
import type { Config } from '../config/config';
import { StartError } from '../config/start-error';
import { Tariff } from '../cu/tariff';
import { createDataSource, poolOf } from '../database/data-source';
import { migrate } from '../database/migrate';
import { ChildRuns } from '../record/child-runs';
import { FREE, type Price } from '../record/price';
import { type AfterWrite, PgRunRecord } from '../record/run-record';
import { PgWebhookDeliveries } from '../record/webhook-deliveries';
import { KeyRotation } from '../secrets/key-rotation';
import { localKey } from '../secrets/local-key';
import { Sealer } from '../secrets/sealer';
import { SecretStore } from '../secrets/secret-store';
import { Simulator } from '../simulation/simulator';
import { RunNotifier } from '../streams/notifier';
import { RunWatch } from '../streams/run-watch';
import { connectEngine, type EngineConnection, type RunningWorker } from '../temporal/engine';
import { installRuntime } from '../temporal/runtime';
import { startDelivery } from '../temporal/start-delivery';
import { TemporalRunEngine } from '../temporal/temporal-run-engine';
import { childRules } from './child-rules';
import type { Log } from './logger';
import { findServers, type Servers } from './servers';

/** What the API and a lone worker both stand on, started. */
export interface Core {
  servers: Servers;
  dataSource: DataSource;
  pool: Pool;
  catalog: Catalog;
  actions: ReadonlyMap<string, Action>;
  tariff: Tariff;
  record: PgRunRecord;
  watch: RunWatch;
  sealer: Sealer;
  secrets: SecretStore;
  keys: KeyRotation;
  databases: OrganizationDatabases;
  connection: EngineConnection;
  engine: TemporalRunEngine;
  startWorker(): Promise<RunningWorker>;
  /** In the order in which nothing is lost: workers are stopped before. */
  close(): Promise<void>;
}

/** @param onFatal told when a part ends that the service can't do without */
export async function startCore(
  config: Config,
  log: Log,
  say: (line: string) => void,
  onFatal: (reason: string) => void,
): Promise<Core> {
  installRuntime(log);
  const servers = await findServers(config, say, onFatal);
  try {
    return await assemble(config, log, servers, onFatal);
  } catch (error) {
    await servers.stop();
    throw error;
  }
}

async function assemble(
  config: Config,
  log: Log,
  servers: Servers,
  onFatal: (reason: string) => void,
): Promise<Core> {
  const { databaseUrl, temporalAddress } = servers;
  const dataSource = createDataSource({ url: databaseUrl, poolSize: config.database.poolSize });
  await dataSource.initialize().catch((error: unknown) => {
    throw unreachable('PostgreSQL', 'DATABASE_URL', error);
  });
  await migrate(dataSource);
  const pool = poolOf(dataSource);
  pool.on('error', (error) => {
    log.warn({ error }, 'a database connection was lost');
  });
  const { catalog, actions } = createCatalog(await loadActionPackages(config.actionPackages));
  const tariff = new Tariff(catalog, config.cuCosts);
  const connection = await connectEngine(config, temporalAddress, pool, (message) => {
    log.warn(message);
  }).catch((error: unknown) => {
    throw unreachable('Temporal', 'TEMPORAL_ADDRESS', error);
  });
  const { temporal, settings } = connection;
  const [current = await localKey(config.dataDir), ...older] = config.encryptionKeys;
  const sealer = new Sealer([current, ...older]);
  const secrets = new SecretStore(pool, sealer);
  const keys = new KeyRotation(pool, sealer);
  await requireKeys(keys);
  const watch = new RunWatch(databaseUrl, pool);
  const notifier = new RunNotifier(databaseUrl);
  const after: AfterWrite = {
    changed: (runId) => {
      watch.wake(runId);
      notifier.notify(runId);
    },
    childEnded: ({ runId, claim }) => {
      engine.signalClaim(runId, claim, 'child').catch((error: unknown) => {
        log.warn({ error, runId }, 'a parent run could not be told of its child, and will be');
      });
    },
  };
  const rules = childRules(catalog, settings);
  const recordAt = (price: Price): PgRunRecord =>
    new PgRunRecord(pool, new ChildRuns(pool, rules, price), after, price);
  const record = recordAt((event) => tariff.price(event));
  const simulator = new Simulator(
    recordAt(FREE),
    settings.limits,
    config.actionPackages,
    (runId, error) => {
      log.warn({ error, runId }, 'a simulation could not be recorded and will be run again');
    },
  );
  const engine: TemporalRunEngine = new TemporalRunEngine(temporal.client, settings, simulator);
  const databases = new OrganizationDatabases(config.managedData);
  const deps: ActivityDeps = {
    record,
    databases,
    secrets,
    deliveries: new PgWebhookDeliveries(pool, sealer, startDelivery(temporal.client, settings)),
    egress: { allow: config.egressAllow },
    log,
  };
  return {
    servers,
    dataSource,
    pool,
    catalog,
    actions,
    tariff,
    record,
    watch,
    sealer,
    secrets,
    keys,
    databases,
    connection,
    engine,
    startWorker: () =>
      connection.startWorker(deps, actions, (error) => {
        onFatal(`The worker ended: ${error instanceof Error ? error.message : String(error)}`);
      }),
    async close() {
      databases.close();
      await simulator.close();
      await notifier.close();
      await dataSource.destroy();
      await temporal.connection.close();
      await servers.stop();
    },
  };
}

/** Sooner than a run finds out, in the middle. */
async function requireKeys(keys: KeyRotation): Promise<void> {
  const missing = await keys.missingKey();
  if (missing === undefined) return;
  throw new StartError(
    `The database holds secrets that are sealed with the key "${missing}", which this process does not have. ` +
      `Set WEFT_ENCRYPTION_KEY to the keys of the other processes, such as "${missing}:<32 bytes in base64>"; ` +
      'a key that one of them made for itself is in the file encryption-key of its data directory.',
  );
}

/** A name with several addresses gives an error for each, and none for all. */
function unreachable(part: string, variable: string, error: unknown): StartError {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const reason = first instanceof Error ? first.message : String(first);
  return new StartError(`${part} can't be used: ${reason}. Check ${variable}.`, { cause: error });
}
