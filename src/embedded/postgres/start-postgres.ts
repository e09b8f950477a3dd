import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { awaitReady, retryStart } from '../process/await-ready';
import { choosePort, LOOPBACK } from '../process/choose-port';
import type { ServerRecord } from '../process/server-record';
import { ServerProcess } from '../process/server-process';
import type { StopStep } from '../process/stop-process';
import { findPostgresBinaries } from './binaries';
import { ensureCluster, SUPERUSER } from './cluster';
import { findClusterDirectory, SYSTEM_STATE_DIR } from './cluster-directory';
import { postgresOsUser } from './os-user';
import { clearPostmasterPid } from './stale-pid-file';

/** Not PostgreSQL's own 5432, which is the one most likely to be taken. */
const DEFAULT_PORT = 5433;
const DATABASE = 'weft';

/** Fast shutdown (open transactions are rolled back), then the one that recovers at the next start. */
export const POSTGRES_STOP: readonly StopStep[] = [
  { signal: 'SIGINT', graceMs: 20_000 },
  { signal: 'SIGQUIT', graceMs: 5_000 },
  { signal: 'SIGKILL', graceMs: 5_000 },
];

const SETTINGS = [
  `listen_addresses=${LOOPBACK}`,
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=128MB',
  'timezone=UTC',
  'log_timezone=UTC',
];

/** The second one: sessions of a server that was killed have not all noticed it yet. */
const PASSING_FAILURES = /address already in use|pre-existing shared memory block/i;

/** SQLSTATE cannot_connect_now. */
const STARTING_UP = '57P03';

export interface RunningPostgres {
  server: ServerProcess;
  databaseUrl: string;
}

export interface PostgresOptions {
  dataDir: string;
  port: number | undefined;
  fsync: boolean;
  record: ServerRecord;
  log: (line: string) => void;
}

export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDir, log } = options;
  const user = postgresOsUser(log);
  const binaries = await findPostgresBinaries(
    user,
    user ? SYSTEM_STATE_DIR : join(dataDir, 'cache'),
    log,
  );
  const directory = findClusterDirectory(dataDir, user, log);
  const place = { directory, passwordFile: join(dataDir, 'postgres-password') };
  const password = await ensureCluster(place, binaries, { user, fsync: options.fsync });
  const orphan = await clearPostmasterPid(directory, POSTGRES_STOP);
  if (orphan !== undefined) log(`Stopped a PostgreSQL of an earlier start (process ${orphan}).`);

  return retryStart(PASSING_FAILURES, async () => {
    const port = await choosePort(
      { purpose: 'PostgreSQL', wanted: options.port ?? DEFAULT_PORT },
      log,
    );
    const server = new ServerProcess(
      {
        name: 'postgres',
        file: binaries.postgres,
        args: ['-D', directory, '-p', String(port), ...settings(options.fsync)],
        logFile: join(dataDir, 'logs', 'postgres.log'),
        stopSteps: POSTGRES_STOP,
        ...(user && { uid: user.uid, gid: user.gid }),
      },
      options.record,
    );
    const url = (database: string) =>
      `postgres://${SUPERUSER}:${password}@${LOOPBACK}:${port}/${database}`;
    await awaitReady('PostgreSQL', server, () => ensureDatabase(url('postgres')));
    return { server, databaseUrl: url(DATABASE) };
  });
}

function settings(fsync: boolean): string[] {
  return [...SETTINGS, `fsync=${fsync ? 'on' : 'off'}`].flatMap((line) => ['-c', line]);
}

/** @returns false while the server does not take connections yet. */
async function ensureDatabase(maintenanceUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: maintenanceUrl });
  // A server that is still starting may cut the connection at any moment: the query tells.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === STARTING_UP) return false;
    throw error;
  }
  try {
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(DATABASE)}`);
    return true;
  } finally {
    await client.end();
  }
}
