import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source';
import { migrate } from '../../src/database/migrate';
import { createTestDatabase, type TestDatabase } from '../support/database';

describe('the schema', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.url }).initialize();
  });

  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('is what the entities say', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('is undone by its migrations, and made again', async () => {
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
    expect(await objects(dataSource)).toEqual(['r migrations']);
    await migrate(dataSource);
    expect(await dataSource.showMigrations()).toBe(false);
  });

  it('is brought up to date once by processes that start together', async () => {
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
    await Promise.all([migrate(dataSource), migrate(dataSource), migrate(dataSource)]);
    const applied = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations');
    expect(applied).toHaveLength(dataSource.migrations.length);
  });

  it('divides every table by organization, but for those of persons', async () => {
    const undivided = await dataSource.query<{ table_name: string }[]>(`
      SELECT t.table_name FROM information_schema.tables t
      WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'
        AND t.table_name NOT IN ('migrations', 'organizations', 'users')
        AND t.table_name NOT LIKE 'user\\_%' -- what belongs to a person
        AND NOT EXISTS (
          SELECT 1 FROM information_schema.key_column_usage k
          WHERE k.table_name = t.table_name AND k.constraint_name = t.table_name || '_pkey'
            AND k.column_name = 'organization_id' AND k.ordinal_position = 1)`);
    expect(undivided).toEqual([]);
  });
});

/** Tables, types and functions of the public schema. */
async function objects(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>(`
    SELECT relkind::text || ' ' || relname AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'c')
    UNION SELECT 'f ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    ORDER BY name`);
  return rows.map(({ name }) => name);
}
