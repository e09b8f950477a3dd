import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { SecretStore } from '../secrets/secret-store';

/** Its place among the secrets of an organization. */
const ID = 'sec_organization_webhook';

/** The secret by which integrations outside name an organization. */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly store: SecretStore) {}

  /** Made when it is first asked for. */
  get({ organizationId }: Caller): Promise<string> {
    return this.store.findOrAdd(organizationId, ID, newSecret());
  }

  /** The one before counts no longer. */
  async rotate({ organizationId }: Caller): Promise<string> {
    const secret = newSecret();
    await this.store.replace(organizationId, ID, secret);
    return secret;
  }
}

/** 192 random bits. */
function newSecret(): string {
  return randomBytes(24).toString('base64url');
}
