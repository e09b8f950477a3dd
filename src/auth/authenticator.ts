import { Injectable } from '@nestjs/common';
import type { Identity } from './caller';
import { KeyAuthenticator, type Origin } from './key-authenticator';
import { SessionAuthenticator } from './session-authenticator';

/** Tells what a credential stands for. Throws 401 when it stands for nothing. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly keys: KeyAuthenticator,
    private readonly sessions: SessionAuthenticator,
  ) {}

  async identify(token: string, origin: Origin): Promise<Identity> {
    if (token.startsWith('b3st_')) {
      return { kind: 'person', person: await this.sessions.authenticate(token) };
    }
    return { kind: 'caller', caller: await this.keys.authenticate(token, origin) };
  }
}
