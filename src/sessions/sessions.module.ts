import { Module } from '@nestjs/common';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';
import { SignInLimiter } from './sign-in-limiter';

@Module({
  controllers: [SessionsController],
  providers: [SessionsService, SignInLimiter],
  exports: [SessionsService, SignInLimiter],
})
export class SessionsModule {}
