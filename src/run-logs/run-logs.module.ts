import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module';
import { RunLogRows } from './run-log-rows';
import { RunLogsController } from './run-logs.controller';
import { RunLogsService } from './run-logs.service';

@Module({
  imports: [RunsModule],
  controllers: [RunLogsController],
  providers: [RunLogRows, RunLogsService],
})
export class RunLogsModule {}
