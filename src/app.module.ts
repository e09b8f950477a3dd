import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Catalog } from '../definition/catalog';
import { ActionsModule } from './actions/actions.module';
import { CATALOG } from './actions/catalog';
import { AuthModule } from './auth/auth.module';
import { HealthModule } from './health/health.module';
import { RunEngine } from './runs/run-engine';
import { TriggersModule } from './triggers/triggers.module';
import { WorkflowsModule } from './workflows/workflows.module';

/** What the API stands on; whoever starts it makes and ends these. */
export interface AppParts {
  /** Connected, migrations run. */
  dataSource: DataSource;
  engine: RunEngine;
  catalog: Catalog;
}

@Module({})
export class PartsModule {}

@Module({ imports: [AuthModule, ActionsModule, TriggersModule, WorkflowsModule, HealthModule] })
export class AppModule {
  static with(parts: AppParts): DynamicModule {
    const providers = [
      { provide: DataSource, useValue: parts.dataSource },
      { provide: RunEngine, useValue: parts.engine },
      { provide: CATALOG, useValue: parts.catalog },
    ];
    const given = { module: PartsModule, global: true, providers, exports: providers };
    return { module: AppModule, imports: [given] };
  }
}
