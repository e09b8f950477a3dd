import { Module } from '@nestjs/common';
import { PublicModule } from '../public/public.module';
import { StreamsModule } from '../streams/streams.module';
import { ExecutionsController } from './executions.controller';
import { ExecutionsService } from './executions.service';

@Module({
  imports: [PublicModule, StreamsModule],
  controllers: [ExecutionsController],
  providers: [ExecutionsService],
})
export class ExecutionsModule {}
