import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Pool } from 'pg';
import { ENTITIES } from './entities';
import { MIGRATIONS } from './migrations';
import { SnakeNames } from './snake-names';

export interface DatabaseOptions {
  url: string;
  /** Connections in the pool. */
  poolSize?: number;
}

/** Options for `TypeOrmModule.forRoot` and for {@link createDataSource}. */
export function dataSourceOptions({ url, poolSize = 20 }: DatabaseOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    applicationName: 'weft',
    synchronize: false,
    migrationsTransactionMode: 'each',
    entities: ENTITIES,
    migrations: MIGRATIONS,
    namingStrategy: new SnakeNames(),
  };
}

/** Not yet connected: call `initialize()`. */
export function createDataSource(options: DatabaseOptions): DataSource {
  const dataSource = new DataSource(dataSourceOptions(options));
  allowTransactionIds(dataSource);
  return dataSource;
}

/** TypeORM checks column types against a list of its own, which lacks PostgreSQL's `xid8`. */
export function allowTransactionIds(dataSource: DataSource): void {
  dataSource.driver.supportedDataTypes.push('xid8' as 'text');
}

/** The pool behind a connected data source, for statements that need no entities. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
