import type { DataSource } from 'typeorm';
import { poolOf } from './data-source';

/** Any number that nothing else in the database locks. */
const MIGRATION_LOCK = 7_338_451;

/** Brings the schema up to date. Processes that start together take turns. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const client = await poolOf(dataSource).connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await dataSource.runMigrations();
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    client.release();
  }
}
