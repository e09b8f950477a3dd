import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuthModule } from '../auth/auth.module';
import { CuModule } from '../cu/cu.module';
import { poolOf } from '../database/data-source';
import { Claims } from '../record/claims';
import { RunRows } from '../record/run-rows';
import { StoredRuns } from '../record/stored-runs';
import { RunCountsModule } from '../run-counts/run-counts.module';
import { RestrictionsModule } from '../restrictions/restrictions.module';
import { StreamsModule } from '../streams/streams.module';
import { WorkflowsModule } from '../workflows/workflows.module';
import { ResumeController } from './resume.controller';
import { ResumeService } from './resume.service';
import { RunControlService } from './run-control.service';
import { RunStartService } from './run-start.service';
import { RunTransactions } from './run-transactions';
import { RunStatsController } from './run-stats.controller';
import { RunStatsService } from './run-stats.service';
import { RunStreamController } from './run-stream.controller';
import { RunsController } from './runs.controller';
import { RunsService } from './runs.service';
import { SyncRunService } from './sync-run.service';
import { TransactionsController } from './transactions.controller';
import { TransactionsService } from './transactions.service';
import { WorkflowRunService } from './workflow-run.service';
import { WorkflowStreamController } from './workflow-stream.controller';
import { WorkflowRunsController } from './workflow-runs.controller';

/** The record's parts work on the pool below TypeORM. */
const onPool = <T>(part: new (pool: ReturnType<typeof poolOf>) => T) => ({
  provide: part,
  useFactory: (dataSource: DataSource) => new part(poolOf(dataSource)),
  inject: [DataSource],
});

@Module({
  imports: [
    AuthModule,
    CuModule,
    RestrictionsModule,
    RunCountsModule,
    StreamsModule,
    WorkflowsModule,
  ],
  controllers: [
    // Before the runs with an id, which come at the same place.
    RunStatsController,
    TransactionsController,
    WorkflowStreamController,
    RunsController,
    WorkflowRunsController,
    RunStreamController,
    ResumeController,
  ],
  providers: [
    onPool(RunRows),
    onPool(StoredRuns),
    onPool(Claims),
    ResumeService,
    RunControlService,
    RunStartService,
    RunTransactions,
    RunStatsService,
    RunsService,
    SyncRunService,
    TransactionsService,
    WorkflowRunService,
  ],
  exports: [RunsService, RunStartService, WorkflowRunService],
})
export class RunsModule {}
