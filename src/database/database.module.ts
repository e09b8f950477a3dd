import { type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { allowTransactionIds, dataSourceOptions, type DatabaseOptions } from './data-source';
import { DataSource } from 'typeorm';
import { migrate } from './migrate';

/** The connected, migrated `DataSource` for the whole application. */
export function databaseModule(options: DatabaseOptions): DynamicModule {
  return TypeOrmModule.forRootAsync({
    useFactory: () => dataSourceOptions(options),
    dataSourceFactory: async (given) => {
      if (!given) throw new Error('The data source has no options.');
      const dataSource = new DataSource(given);
      allowTransactionIds(dataSource);
      await dataSource.initialize();
      await migrate(dataSource);
      return dataSource;
    },
  });
}
