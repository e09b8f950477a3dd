import { createDataSource } from '../../src/database/data-source';
import { migrate } from '../../src/database/migrate';
import { onServer, withDatabase } from './database';
import { startTestServer, type TestServer } from './postgres';

const TEMPLATE = 'weft_template';

/** One PostgreSQL for all suites, with a migrated database that each suite copies. */
export default async function globalSetup(): Promise<void> {
  const server = await startTestServer();
  const url = withDatabase(server.url, TEMPLATE);
  await onServer(server.url, `CREATE DATABASE ${TEMPLATE}`);
  const dataSource = await createDataSource({ url }).initialize();
  await migrate(dataSource);
  await dataSource.destroy();
  process.env.WEFT_TEST_DATABASE_URL = url;
  (globalThis as { weftTestServer?: TestServer }).weftTestServer = server;
}
