import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source';
import { migrate } from '../../src/database/migrate';
import { type Embedded, startEmbedded } from '../../src/embedded/start-embedded';
import { SEARCH_ATTRIBUTE_NAMES } from '../../src/temporal/search-attributes';
import { DOCUMENT_FILE } from '../published/published-document';
import { onServer, withDatabase } from './database';

const TEMPLATE = 'weft_template';

/** What the suites share: a build, a Temporal server, and a PostgreSQL with a migrated database that each suite copies. */
export default async function globalSetup(): Promise<void> {
  build();
  describeApi();
  const embedded = await startEmbedded({
    dataDir: mkdtempSync(join(tmpdir(), 'weft-test-')),
    postgres: true,
    temporal: true,
    ...{ postgresPort: 0, temporalPort: 0, temporalUiPort: 0 },
    postgresFsync: false,
    inMemoryTemporal: true,
    extraSearchAttributes: Object.fromEntries(
      SEARCH_ATTRIBUTE_NAMES.map((name) => [name, 'Keyword' as const]),
    ),
    log: () => undefined,
  });
  (globalThis as { weftTestServers?: Embedded }).weftTestServers = embedded;
  const { databaseUrl = '', temporalAddress = '' } = embedded;
  const url = withDatabase(databaseUrl, TEMPLATE);
  await onServer(databaseUrl, `CREATE DATABASE ${TEMPLATE}`);
  const dataSource = await createDataSource({ url }).initialize();
  await migrate(dataSource);
  process.env.WEFT_TEST_DIVIDED_TABLES = (await dividedTables(dataSource)).join(' ');
  await dataSource.destroy();
  process.env.WEFT_TEST_DATABASE_URL = url;
  process.env.WEFT_TEST_TEMPORAL_ADDRESS = temporalAddress;
}

/** Those that hold what belongs to organizations. */
async function dividedTables(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'organization_id'`,
  );
  return rows.map(({ name }) => name);
}

/** The suites start the service as it is shipped: from `dist`, in processes of its own. */
function build(): void {
  const script = `import('${join(__dirname, '../../scripts/build.mjs')}').then(async ({ buildIfNeeded }) => process.exit((await buildIfNeeded()) ? 0 : 1))`;
  const { status } = spawnSync(process.execPath, ['--eval', script], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
}

/** The OpenAPI document of the build, which every answer is held against. What the last run saw is forgotten. */
function describeApi(): void {
  const folder = dirname(DOCUMENT_FILE);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const script = `require('./dist/src/openapi/describe-api').describeApi().then((document) =>
    fs.writeFileSync(process.argv[1], JSON.stringify(document)))`;
  const cwd = join(__dirname, '../..');
  const { status } = spawnSync(process.execPath, ['--eval', script, DOCUMENT_FILE], {
    ...{ cwd, stdio: 'inherit' },
  });
  if (status !== 0) throw new Error('The API could not be described.');
}
