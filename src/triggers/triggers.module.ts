import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module';
import { TriggersController } from './triggers.controller';

@Module({ imports: [ActionsModule], controllers: [TriggersController] })
export class TriggersModule {}
