import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { KeyAuthenticator } from './key-authenticator';

@Module({
  providers: [KeyAuthenticator, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [KeyAuthenticator],
})
export class AuthModule {}
