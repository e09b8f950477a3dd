import { Module } from '@nestjs/common';
import { WorkflowsModule } from '../workflows/workflows.module';
import { RunVariablesController } from './run-variables.controller';
import { VariableWrites } from './variable-writes.service';
import { VariablesController } from './variables.controller';
import { VariablesService } from './variables.service';

@Module({
  imports: [WorkflowsModule],
  controllers: [VariablesController, RunVariablesController],
  providers: [VariablesService, VariableWrites],
})
export class VariablesModule {}
