import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import type { Catalog } from '../../definition/catalog';
import { createWeftClient, type WeftClient } from '../../packages/client/src';
import { createCatalog } from '../../activities/catalog';
import { OrganizationDatabases } from '../../activities/data/organization-databases';
import { type AppOptions, createApp } from '../../src/app';
import { ensureFirstKey } from '../../src/auth/first-key';
import { createDataSource, poolOf } from '../../src/database/data-source';
import { type ChildRules, ChildRuns } from '../../src/record/child-runs';
import { PgRunRecord } from '../../src/record/run-record';
import type { RunEngine } from '../../src/runs/run-engine';
import { DefinitionSecrets } from '../../src/secrets/definition-secrets';
import { Sealer } from '../../src/secrets/sealer';
import { SecretStore } from '../../src/secrets/secret-store';
import { RunEventReader } from '../../src/streams/run-event-reader';
import { RunWatch } from '../../src/streams/run-watch';
import { price } from '../support/record';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { AbsentEngine } from './absent-engine';

export interface TestApi {
  url: string;
  key: string;
  organizationId: string;
  databaseUrl: string;
  dataSource: DataSource;
  app: NestExpressApplication;
  events: RunEventReader;
  /** Acts with the first key. */
  client: WeftClient;
  /** Writes what a run did, as a worker does. */
  record: PgRunRecord;
  /** Calls a path as the first key, or as `key`; a `body` is sent as JSON. */
  call(method: string, path: string, body?: unknown, key?: string): Promise<Answer>;
  close(): Promise<void>;
}

/** Another process over the same database. */
type Beside = Pick<TestApi, 'databaseUrl' | 'key' | 'organizationId'>;

export interface Answer {
  status: number;
  headers: Headers;
  body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- what a client sees
}

export const CATALOG: Catalog = createCatalog().catalog;

const NO_CHILDREN: ChildRules = {
  compile: () => ({ problems: ['No child is started here.'] }),
  checkInput: () => [],
  toStart: () => {
    throw new Error('No child is started here.');
  },
};

/** The API on a free port, over a database of its own or over that of another process of it. */
export async function startApi(
  engine: RunEngine = new AbsentEngine(),
  options: Partial<AppOptions> = {},
  beside?: Beside,
): Promise<TestApi> {
  const database = beside ? sharedDatabase(beside) : await createTestDatabase();
  const dataSource = await createDataSource({ url: database.url, poolSize: 5 }).initialize();
  const first = beside ?? (await ensureFirstKey(dataSource, () => undefined));
  if (first === undefined) throw new Error('The database was not empty.');
  const pool = poolOf(dataSource);
  const watch = new RunWatch(database.url, pool);
  const events = new RunEventReader(pool, watch);
  const sealer = new Sealer([{ id: 'test', key: Buffer.alloc(32, 1) }]);
  const secretKeysOf = (type: string) => CATALOG.get(type)?.secretKeys ?? [];
  const secrets = new DefinitionSecrets(new SecretStore(pool, sealer), secretKeysOf);
  const directory = mkdtempSync(join(tmpdir(), 'weft-databases-'));
  const databases = new OrganizationDatabases({
    ...{ directory, timeoutMs: 2_000, maxBytes: 16_777_216 },
  });
  const parts = { databases, dataSource, engine, catalog: CATALOG, events, secrets, sealer };
  const app = await createApp({ ...parts, logger: false, ...options });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    key: first.key,
    organizationId: first.organizationId,
    client: createWeftClient({ url, token: first.key }),
    databaseUrl: database.url,
    dataSource,
    app,
    events,
    record: new PgRunRecord(
      pool,
      new ChildRuns(pool, NO_CHILDREN, price),
      {
        changed: (runId) => {
          watch.wake(runId);
        },
        childEnded: () => undefined,
      },
      price,
    ),
    call: (method, path, body, key = first.key) => call(url, method, path, body, key),
    close: async () => {
      await app.close();
      databases.close();
      rmSync(directory, { recursive: true, force: true });
      await watch.close();
      await dataSource.destroy();
      await database.drop();
    },
  };
}

/** It is dropped by whoever made it. */
function sharedDatabase({ databaseUrl }: Beside): TestDatabase {
  return { url: databaseUrl, drop: () => Promise.resolve() };
}

async function call(
  url: string,
  method: string,
  path: string,
  body: unknown,
  key: string,
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
