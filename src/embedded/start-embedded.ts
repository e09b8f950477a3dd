import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { StartError } from '../config/start-error';
import { EmbeddedServers } from './embedded-servers';
import { POSTGRES_STOP, startPostgres } from './postgres/start-postgres';
import { lockDataDir } from './process/data-dir-lock';
import { ServerRecord, type ServerName } from './process/server-record';
import { stopOnUnhandledSignal } from './process/signal-guard';
import type { SearchAttributeType } from './temporal/server-arguments';
import { startTemporal, TEMPORAL_STOP } from './temporal/start-temporal';

export interface EmbeddedOptions {
  /** Holds all state, and has one owner at a time. */
  dataDir: string;
  /** Ports: undefined takes the usual one, 0 any free one. One that a stranger holds is replaced. */
  postgresPort?: number;
  temporalPort?: number;
  temporalUiPort?: number;
  /** Keeps no Temporal state on disk. */
  inMemoryTemporal?: boolean;
  /** False makes PostgreSQL faster and its data worthless after a crash of the machine: for tests. */
  postgresFsync?: boolean;
  /** Which parts to start: the other may be somewhere else. */
  postgres: boolean;
  temporal: boolean;
  extraSearchAttributes?: Readonly<Record<string, SearchAttributeType>>;
  log: (line: string) => void;
  /** Told when a part ends that was not stopped, in a sentence for people. */
  onExit?: (reason: string) => void;
}

export interface Embedded {
  databaseUrl?: string;
  temporalAddress?: string;
  temporalUiUrl?: string;
  pids: Partial<Record<ServerName, number>>;
  /** Ends the parts and gives the data directory back. May be called more than once. */
  stop: () => Promise<void>;
}

/**
 * Starts PostgreSQL and a Temporal server on this machine, with their state in the data directory.
 * What an earlier owner of the directory left running is stopped first.
 * @throws DataDirInUseError while another process runs on the directory; an error that says what to
 * do when a part can't be had or does not start, and nothing is left running then.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  if (process.platform === 'win32') {
    throw new StartError(
      'The embedded start needs Linux or macOS: set DATABASE_URL and TEMPORAL_ADDRESS, or use WSL.',
    );
  }
  const { log } = options;
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const unlock = lockDataDir(dataDir);
  const servers = new EmbeddedServers(options.onExit ?? (() => undefined), () => {
    unlock();
    removeGuard();
  });
  const stop = () => servers.stop();
  const removeGuard = stopOnUnhandledSignal(stop);
  try {
    const record = new ServerRecord(dataDir);
    await stopOrphans(record, log);
    const [postgres, temporal] = await Promise.all([
      options.postgres &&
        servers.start('postgres', () =>
          startPostgres({
            dataDir,
            port: options.postgresPort,
            fsync: options.postgresFsync ?? true,
            record,
            log,
          }),
        ),
      options.temporal &&
        servers.start('temporal', () =>
          startTemporal({
            dataDir,
            port: options.temporalPort,
            uiPort: options.temporalUiPort,
            inMemory: options.inMemoryTemporal ?? false,
            searchAttributes: options.extraSearchAttributes ?? {},
            record,
            log,
          }),
        ),
    ]);
    return {
      ...(postgres && { databaseUrl: postgres.databaseUrl }),
      ...(temporal && {
        temporalAddress: temporal.temporalAddress,
        temporalUiUrl: temporal.temporalUiUrl,
      }),
      pids: servers.pids,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function stopOrphans(record: ServerRecord, log: (line: string) => void): Promise<void> {
  const stopped = {
    PostgreSQL: record.stopOrphan('postgres', POSTGRES_STOP),
    Temporal: record.stopOrphan('temporal', TEMPORAL_STOP),
  };
  for (const [title, orphan] of Object.entries(stopped)) {
    const pid = await orphan;
    if (pid !== undefined) log(`Stopped a ${title} of an earlier start (process ${pid}).`);
  }
}
