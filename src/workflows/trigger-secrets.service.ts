import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Workflow } from '../database/entities';
import { Sealer } from '../secrets/sealer';

type Owner = Pick<Workflow, 'organizationId' | 'id'>;

/** The secret by which people without a key may resume a workflow's waits. */
@Injectable()
export class TriggerSecrets {
  constructor(private readonly sealer: Sealer) {}

  /** A new one for this workflow: 192 random bits, and as they are stored. */
  generate(owner: Owner): { secret: string; sealed: Buffer } {
    const secret = randomBytes(24).toString('base64url');
    return { secret, sealed: this.sealer.seal(secret, contextOf(owner)) };
  }

  reveal(workflow: Owner & Pick<Workflow, 'triggerSecret'>): string | undefined {
    if (workflow.triggerSecret === null) return undefined;
    return this.sealer.unseal(workflow.triggerSecret, contextOf(workflow));
  }

  matches(workflow: Owner & Pick<Workflow, 'triggerSecret'>, given: string): boolean {
    const secret = this.reveal(workflow);
    return secret !== undefined && timingSafeEqual(digest(secret), digest(given));
  }
}

function contextOf({ organizationId, id }: Owner): string {
  return `${organizationId}/${id}/trigger-secret`;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
