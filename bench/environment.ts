import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { Client as PgClient } from 'pg';
import { startEmbedded } from '../src/embedded/start-embedded';
import { SEARCH_ATTRIBUTE_NAMES } from '../src/temporal/search-attributes';
import type { Side, SideName, WeftSide } from './side/side';
import { processorTimeOf } from './server-processor-time';
import { startSide } from './side-process';

export interface Sides {
  weft: WeftSide;
  record: Side;
  bare: Side;
}

export interface Environment {
  /** The sides that are measured against each other, warm. */
  sides: Sides;
  temporal: Client;
  /** Milliseconds of processor time of PostgreSQL and of Temporal; undefined where that can't be read. */
  serverCpu(): { postgres?: number; temporal?: number };
  /** Any database of the server. */
  postgres: PgClient;
  /** The database of a side, by its name and suffix. To be closed by who asks. */
  connect(database: string): Promise<PgClient>;
  /** A side of its own: with its own database, task queue and process. */
  start(name: 'weft', suffix: string): Promise<WeftSide>;
  start(name: SideName, suffix: string): Promise<Side>;
  stop(): Promise<void>;
}

/** PostgreSQL and Temporal as the embedded start ships them, in a folder that is removed at the end, and the sides. */
export async function startEnvironment(
  log: (line: string) => void,
  profileDir?: string,
): Promise<Environment> {
  const dataDir = mkdtempSync(join(tmpdir(), 'weft-bench-'));
  // PostgreSQL may run as another user.
  chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({
    dataDir,
    postgres: true,
    temporal: true,
    ...{ postgresPort: 0, temporalPort: 0, temporalUiPort: 0 },
    extraSearchAttributes: Object.fromEntries(
      SEARCH_ATTRIBUTE_NAMES.map((name) => [name, 'Keyword' as const]),
    ),
    log,
  });
  const { databaseUrl = '', temporalAddress = '' } = embedded;
  const postgres = new PgClient({ connectionString: databaseUrl });
  await postgres.connect();
  const connection = await Connection.connect({ address: temporalAddress });

  function urlOf(database: string): string {
    const url = new URL(databaseUrl);
    url.pathname = `/${database}`;
    return url.href;
  }

  async function start(name: SideName, suffix: string): Promise<Side> {
    const id = `${name}_${suffix}`;
    await postgres.query(`CREATE DATABASE ${id}`);
    const sideDir = join(dataDir, id);
    mkdirSync(sideDir);
    return startSide(
      name,
      {
        temporalAddress,
        databaseUrl: urlOf(id),
        taskQueue: id,
        dataDir: sideDir,
      },
      profileDir,
    );
  }

  const sides: Sides = {
    weft: (await start('weft', 'main')) as WeftSide,
    record: await start('record', 'main'),
    bare: await start('bare', 'main'),
  };
  return {
    sides,
    temporal: new Client({ connection }),
    postgres,
    serverCpu: () => {
      const { pids } = embedded;
      return {
        postgres: pids.postgres === undefined ? undefined : processorTimeOf(pids.postgres),
        temporal: pids.temporal === undefined ? undefined : processorTimeOf(pids.temporal),
      };
    },
    async connect(database) {
      const client = new PgClient({ connectionString: urlOf(database) });
      await client.connect();
      return client;
    },
    start: start as Environment['start'],
    async stop() {
      await Promise.all([sides.weft.stop(), sides.record.stop(), sides.bare.stop()]);
      await connection.close();
      await postgres.end();
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
