import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan } from 'typeorm';
import { ApiError, type ErrorName } from '../common/errors';
import { poolOf } from '../database/data-source';
import { ApiKey } from '../database/entities';
import type { Role } from '../database/entities/organization-member.entity';
import type { ServiceAccountStatus } from '../database/entities/service-account.entity';
import { run, type Statement } from '../record/statements';
import type { Caller } from './caller';
import { hashToken, isWellFormedKey } from './key-format';
import { type KeyScope, type Permission, permissionsOfKey, without } from './permissions';
import { RejectedKey } from './rejected-key';
import { permissionsOfRole, withheldFrom } from './roles';

/** How exact `lastUsedAt` is: a write per request would cost more than the request. */
const LAST_USE_STEP_MS = 60_000;
const MAX_USER_AGENT = 500;

/** Where a request comes from, as it is kept with the key. */
export interface Origin {
  ip: string | undefined;
  userAgent: string | undefined;
}

interface FoundKey {
  id: string;
  organization_id: string;
  scope: KeyScope;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
  user_id: string | null;
  role: Role | null;
  restricted: boolean;
  /** Null for a key that nobody made. */
  by_developer: boolean | null;
  service_account_id: string | null;
  status: ServiceAccountStatus | null;
  permissions: Permission[] | null;
}

/** Prepared once on each connection: it is part of every request. */
const FIND_KEY: Statement = {
  name: 'weft_find_key',
  text: `SELECT k.id, k.organization_id, k.scope, k.expires_at, k.last_used_at, k.revoked_at,
    k.user_id, m.role, k.service_account_id, s.status, s.permissions,
    starts_with(k.created_by, 'usr_') AND maker.role IS DISTINCT FROM 'owner' AS by_developer,
    EXISTS (
      SELECT FROM organization_restrictions r
      WHERE r.organization_id = k.organization_id AND r.type = 'developer_publish'
    ) AS restricted
  FROM api_keys k
  JOIN organizations o ON o.id = k.organization_id AND o.deleted_at IS NULL
  LEFT JOIN organization_members m
    ON m.organization_id = k.organization_id AND m.user_id = k.user_id
  LEFT JOIN organization_members maker
    ON maker.organization_id = k.organization_id AND maker.user_id = k.created_by
  LEFT JOIN service_accounts s
    ON s.organization_id = k.organization_id AND s.id = k.service_account_id
  WHERE k.hash = $1`,
};

@Injectable()
export class KeyAuthenticator {
  constructor(private readonly dataSource: DataSource) {}

  /** Who acts through the key. Throws when it is unknown, revoked, expired, or its account disabled. */
  async authenticate(key: string, origin: Origin, now = new Date()): Promise<Caller> {
    if (!isWellFormedKey(key)) throw new ApiError('invalidApiKey');
    // Looked up by its hash, whose bytes nobody can choose: the time it takes tells nothing of the key.
    const [row] = await run<FoundKey>(poolOf(this.dataSource), FIND_KEY, [hashToken(key)]);
    if (row === undefined) throw new ApiError('invalidApiKey');
    if (row.revoked_at !== null) throw rejection('revokedApiKey', row);
    if (row.expires_at !== null && row.expires_at <= now) throw rejection('expiredApiKey', row);
    const { id, scope } = row;
    const { permissions, ...owner } = ownerOf(row);
    await this.noteUse(row, origin, now);
    return {
      organizationId: row.organization_id,
      ...owner,
      permissions: permissionsOfKey(permissions, scope),
      credential: { type: 'api_key', id, scope },
    };
  }

  private async noteUse(row: FoundKey, { ip, userAgent }: Origin, now: Date): Promise<void> {
    const before = new Date(now.getTime() - LAST_USE_STEP_MS);
    if (row.last_used_at !== null && row.last_used_at > before) return;
    const { organization_id: organizationId, id } = row;
    await this.dataSource.getRepository(ApiKey).update(
      [
        { organizationId, id, lastUsedAt: IsNull() },
        { organizationId, id, lastUsedAt: LessThan(before) },
      ],
      {
        lastUsedAt: now,
        lastUsedIp: ip ?? null,
        lastUsedUserAgent: userAgent?.slice(0, MAX_USER_AGENT) ?? null,
      },
    );
  }
}

function rejection(error: ErrorName, row: FoundKey): RejectedKey {
  const { organization_id: organizationId, id: keyId, user_id: userId } = row;
  const principal =
    userId === null
      ? { type: 'service_account' as const, id: row.service_account_id ?? '' }
      : { type: 'user' as const, id: userId };
  return new RejectedKey(error, { organizationId, keyId, principal });
}

type Owner = Pick<Caller, 'principal' | 'permissions' | 'withheld' | 'role'>;

function ownerOf(row: FoundKey): Owner {
  if (row.service_account_id !== null && row.permissions !== null) {
    if (row.status === 'disabled') throw rejection('serviceAccountDisabled', row);
    const principal = { type: 'service_account', id: row.service_account_id } as const;
    // A key that a developer made before the restriction would be a way around it.
    const withheld = withheldFrom(
      row.by_developer === true ? 'developer' : 'owner',
      row.restricted,
    );
    return { principal, permissions: without(new Set(row.permissions), withheld), withheld };
  }
  const { user_id: userId, role } = row;
  if (userId === null || role === null) throw new ApiError('invalidApiKey');
  const withheld = withheldFrom(role, row.restricted);
  const permissions = without(permissionsOfRole(role), withheld);
  return { principal: { type: 'user', id: userId }, permissions, withheld, role };
}
