import { Injectable, Logger } from '@nestjs/common';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { DataSource } from 'typeorm';
import { isJsonObject } from '../../definition/json';
import { ApiError } from '../common/errors';
import { User } from '../database/entities';
import { newId } from '../database/ids';
import { AuthSettings, type OidcSettings } from './auth-settings';
import type { Person } from './caller';

const DISCOVERY = '/.well-known/openid-configuration';
const PATIENCE_MS = 5_000;
/** Clocks of the issuer and of this machine may differ by so much, in seconds. */
const CLOCK_TOLERANCE_S = 30;

/** What is wrong with the token itself; anything else is the issuer's fault or the network's. */
const TOKEN_FAULTS = [
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
];

/** People that an OIDC issuer vouches for by a JWT. They become users when they are first seen. */
@Injectable()
export class OidcAuthenticator {
  private readonly logger = new Logger('Auth');
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: AuthSettings,
  ) {}

  /** Throws 401 for a token that does not hold, 503 when the issuer's keys can't be had. */
  async authenticate(token: string): Promise<Person> {
    const { oidc } = this.settings;
    if (oidc === undefined) throw new ApiError('invalidToken');
    const claims = await this.verify(token, oidc);
    const { sub } = claims;
    if (sub === undefined || sub === '') throw new ApiError('invalidToken');
    const user = await this.userOf(oidc.issuer, sub, claims);
    return { userId: user.id, credential: { type: 'oidc', issuer: oidc.issuer } };
  }

  private async verify(token: string, oidc: OidcSettings): Promise<JWTPayload> {
    const { issuer, audience } = oidc;
    try {
      const options = { issuer, audience, clockTolerance: CLOCK_TOLERANCE_S };
      const keys = await this.keysOf(oidc);
      const required = { ...options, requiredClaims: ['sub', 'exp'] };
      return (await jwtVerify(token, keys, required)).payload;
    } catch (error) {
      if (TOKEN_FAULTS.some((fault) => error instanceof fault)) throw new ApiError('invalidToken');
      this.logger.warn(`The keys of ${issuer} can't be had: ${String(error)}`);
      throw new ApiError('unavailable', 'The OIDC issuer does not answer.');
    }
  }

  /** Found once, then kept and renewed by the library; what failed is tried again. */
  private keysOf(oidc: OidcSettings): Promise<JWTVerifyGetKey> {
    this.keys ??= findKeys(oidc).catch((error: unknown) => {
      this.keys = undefined;
      throw error;
    });
    return this.keys;
  }

  private async userOf(issuer: string, subject: string, claims: JWTPayload): Promise<User> {
    const { manager } = this.dataSource;
    const email = typeof claims.email === 'string' ? claims.email.toLowerCase() : null;
    const emailVerified = email !== null && claims.email_verified === true;
    const found = await manager.findOneBy(User, { issuer, subject });
    // Access tokens of many issuers say nothing of the address: that takes none away.
    if (found !== null && claims.email === undefined) return found;
    if (found?.email === email && found.emailVerified === emailVerified) return found;
    const row = { id: newId('usr'), issuer, subject, email, emailVerified };
    await manager
      .createQueryBuilder()
      .insert()
      .into(User)
      .values(row)
      .orUpdate(['email', 'email_verified'], ['issuer', 'subject'])
      .execute();
    return manager.findOneByOrFail(User, { issuer, subject });
  }
}

async function findKeys({ issuer }: OidcSettings): Promise<JWTVerifyGetKey> {
  const url = issuer.replace(/\/$/, '') + DISCOVERY;
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  const document: unknown = response.ok ? await response.json() : undefined;
  const jwksUri = isJsonObject(document) ? document.jwks_uri : undefined;
  if (typeof jwksUri !== 'string') throw new Error(`${url} has no jwks_uri`);
  return createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: PATIENCE_MS });
}
