import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A new database on the server that the suites share, with all tables and no rows. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = process.env.WEFT_TEST_DATABASE_URL;
  if (template === undefined) throw new Error('The server of the tests is not running.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(
    template,
    `CREATE DATABASE ${name} TEMPLATE ${new URL(template).pathname.slice(1)}`,
  );
  return {
    url: withDatabase(template, name),
    drop: () => onServer(template, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** Runs one statement from the server's `postgres` database. */
export async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
