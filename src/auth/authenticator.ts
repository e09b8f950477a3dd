import { Injectable } from '@nestjs/common';
import type { Identity, Person } from './caller';
import { KeyAuthenticator, type Origin } from './key-authenticator';
import { OidcAuthenticator } from './oidc-authenticator';
import { SessionAuthenticator } from './session-authenticator';

/** Three parts of base64url, the first a JSON object. */
const JWT = /^eyJ[\w-]*\.[\w-]*\.[\w-]*$/;

/** Tells what a credential stands for. Throws 401 when it stands for nothing. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly keys: KeyAuthenticator,
    private readonly sessions: SessionAuthenticator,
    private readonly oidc: OidcAuthenticator,
  ) {}

  async identify(token: string, origin: Origin): Promise<Identity> {
    const person = await this.personOf(token);
    if (person !== undefined) return { kind: 'person', person };
    return { kind: 'caller', caller: await this.keys.authenticate(token, origin) };
  }

  private async personOf(token: string): Promise<Person | undefined> {
    if (token.startsWith('b3st_')) return this.sessions.authenticate(token);
    return JWT.test(token) ? this.oidc.authenticate(token) : undefined;
  }
}
