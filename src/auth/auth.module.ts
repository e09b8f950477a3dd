import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Authenticator } from './authenticator';
import { KeyAuthenticator } from './key-authenticator';
import { Memberships } from './memberships';
import { OidcAuthenticator } from './oidc-authenticator';
import { SessionAuthenticator } from './session-authenticator';

@Module({
  providers: [
    Authenticator,
    KeyAuthenticator,
    SessionAuthenticator,
    OidcAuthenticator,
    Memberships,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
})
export class AuthModule {}
