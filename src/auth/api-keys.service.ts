import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan } from 'typeorm';
import { ApiError } from '../common/errors';
import { ApiKey } from '../database/entities';
import type { Caller } from './caller';
import { hashKey, isWellFormedKey } from './key-format';
import { PERMISSIONS, permissionsOfKey } from './permissions';

/** How exact `lastUsedAt` is: a write per request would cost more than the request. */
const LAST_USE_STEP_MS = 60_000;

@Injectable()
export class ApiKeysService {
  constructor(private readonly dataSource: DataSource) {}

  /** Who owns the key. Throws when it is unknown, revoked or expired. */
  async authenticate(key: string, now = new Date()): Promise<Caller> {
    if (!isWellFormedKey(key)) throw new ApiError('invalidApiKey');
    const hash = hashKey(key);
    const row = await this.dataSource.getRepository(ApiKey).findOneBy({ hash });
    if (row === null || !timingSafeEqual(row.hash, hash)) throw new ApiError('invalidApiKey');
    if (row.revokedAt !== null) throw new ApiError('revokedApiKey');
    if (row.expiresAt !== null && row.expiresAt <= now) throw new ApiError('expiredApiKey');
    await this.noteUse(row, now);
    return {
      organizationId: row.organizationId,
      principal: { type: 'service_account', id: row.id },
      permissions: permissionsOfKey(PERMISSIONS, row.scope),
      credential: { type: 'api_key', id: row.id, scope: row.scope },
    };
  }

  private async noteUse(row: ApiKey, now: Date): Promise<void> {
    const before = new Date(now.getTime() - LAST_USE_STEP_MS);
    if (row.lastUsedAt !== null && row.lastUsedAt > before) return;
    const { organizationId, id } = row;
    await this.dataSource.getRepository(ApiKey).update(
      [
        { organizationId, id, lastUsedAt: IsNull() },
        { organizationId, id, lastUsedAt: LessThan(before) },
      ],
      { lastUsedAt: now },
    );
  }
}
