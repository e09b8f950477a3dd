import { Module } from '@nestjs/common';
import { RunCountFolding } from './run-count-folding';
import { RunCounts } from './run-counts.service';

@Module({
  providers: [RunCounts, RunCountFolding],
  exports: [RunCounts],
})
export class RunCountsModule {}
