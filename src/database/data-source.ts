import { DataSource } from 'typeorm';
import type { Pool } from 'pg';
import { ENTITIES } from './entities';
import { MIGRATIONS } from './migrations';
import { SnakeNames } from './snake-names';

export interface DatabaseOptions {
  url: string;
  /** Connections in the pool. */
  poolSize?: number;
}

/** Not yet connected: call `initialize()`. */
export function createDataSource({ url, poolSize = 20 }: DatabaseOptions): DataSource {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    poolSize,
    applicationName: 'weft',
    synchronize: false,
    migrationsTransactionMode: 'each',
    entities: ENTITIES,
    migrations: MIGRATIONS,
    namingStrategy: new SnakeNames(),
  });
  // TypeORM checks column types against a list of its own, which lacks this one of PostgreSQL's.
  dataSource.driver.supportedDataTypes.push('xid8' as 'text');
  return dataSource;
}

/** The pool behind a connected data source, for statements that need no entities. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
