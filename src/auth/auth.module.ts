import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { RateLimitsModule } from '../rate-limits/rate-limits.module';
import { AccessGuard } from './access.guard';
import { Admission } from './admission';
import { Authenticator } from './authenticator';
import { KeyAuthenticator } from './key-authenticator';
import { Memberships } from './memberships';
import { OidcAuthenticator } from './oidc-authenticator';
import { SessionAuthenticator } from './session-authenticator';

@Module({
  imports: [RateLimitsModule],
  providers: [
    Authenticator,
    KeyAuthenticator,
    SessionAuthenticator,
    OidcAuthenticator,
    Memberships,
    Admission,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Admission],
})
export class AuthModule {}
