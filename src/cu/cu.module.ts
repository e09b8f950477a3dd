import { Module } from '@nestjs/common';
import { RunCountsModule } from '../run-counts/run-counts.module';
import { CuAccounts } from './cu-accounts';
import { CuAdminController } from './cu-admin.controller';
import { CuCostsController } from './cu-costs.controller';
import { CuController } from './cu.controller';
import { CuKeeper } from './cu-keeper';
import { CuPlans } from './cu-plans';
import { CuUsageService } from './cu-usage';

@Module({
  imports: [RunCountsModule],
  controllers: [CuCostsController, CuController, CuAdminController],
  providers: [CuAccounts, CuKeeper, CuPlans, CuUsageService],
  exports: [CuAccounts],
})
export class CuModule {}
