import { Module } from '@nestjs/common';
import { ActionRestrictions } from './action-restrictions';
import { RestrictionsController } from './restrictions.controller';
import { RestrictionsService } from './restrictions.service';

@Module({
  controllers: [RestrictionsController],
  providers: [RestrictionsService, ActionRestrictions],
  exports: [ActionRestrictions],
})
export class RestrictionsModule {}
