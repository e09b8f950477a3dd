import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../src/embedded/postgres/start-postgres';
import type { ServerProcess } from '../../src/embedded/process/server-process';
import { ServerRecord } from '../../src/embedded/process/server-record';
import { startTemporal } from '../../src/embedded/temporal/start-temporal';

/** A PostgreSQL and a Temporal that belong to nobody, with their state on disk, each to be killed by itself. */
export class KillableServers {
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'weft-chaos-servers-'));
  private readonly record = new ServerRecord(this.dataDir);
  private postgres: ServerProcess | undefined;
  private temporal: ServerProcess | undefined;
  private ports = { postgres: 0, temporal: 0 };
  databaseUrl = '';
  temporalAddress = '';

  /** The first time on free ports, then on the same ones. */
  async startPostgres(): Promise<void> {
    const started = await startPostgres({
      dataDir: this.dataDir,
      port: this.ports.postgres,
      fsync: true,
      record: this.record,
      log: () => undefined,
    });
    this.postgres = started.server;
    this.databaseUrl = started.databaseUrl;
    this.ports.postgres = Number(new URL(started.databaseUrl).port);
  }

  async startTemporal(): Promise<void> {
    const started = await startTemporal({
      dataDir: this.dataDir,
      port: this.ports.temporal,
      uiPort: 0,
      inMemory: false,
      searchAttributes: {},
      record: this.record,
      log: () => undefined,
    });
    this.temporal = started.server;
    this.temporalAddress = started.temporalAddress;
    this.ports.temporal = Number(started.temporalAddress.split(':')[1]);
  }

  killPostgres(): Promise<unknown> {
    return kill(this.postgres);
  }

  killTemporal(): Promise<unknown> {
    return kill(this.temporal);
  }

  async stop(): Promise<void> {
    await Promise.all([this.postgres?.stop(), this.temporal?.stop()]);
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

async function kill(server: ServerProcess | undefined): Promise<void> {
  if (!server?.isRunning()) throw new Error('It does not run.');
  process.kill(server.pid, 'SIGKILL');
  await server.ended;
}
