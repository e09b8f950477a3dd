import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { requireGrantable } from '../auth/grants';
import { generateKey, hashToken, shownPrefix } from '../auth/key-format';
import { type KeyScope, type Permission, permissionsOfKey } from '../auth/permissions';
import { permissionsOfRole } from '../auth/roles';
import { timeOrder } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { ApiError } from '../common/errors';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { ApiKey, OrganizationMember, ServiceAccount } from '../database/entities';
import { idFor, isMadeBefore } from '../idempotency/repeated-ids';
import type { CreateApiKeyDto } from './api-key.dto';
import { ApiKeyView, NewApiKeyView } from './api-key.response';

const NEWEST_FIRST = timeOrder('k.createdAt', 'k.id');

@Injectable()
export class ApiKeysService {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first, revoked ones too. */
  async list({ organizationId }: Caller, query: CursorPageQuery): Promise<CursorPage<ApiKeyView>> {
    const rows = this.dataSource.manager.createQueryBuilder(ApiKey, 'k').where({ organizationId });
    return readPage(rows, query, NEWEST_FIRST, (row) => new ApiKeyView(row));
  }

  async get(caller: Caller, id: string): Promise<ApiKeyView> {
    return new ApiKeyView(await this.find(caller, id));
  }

  /** A key of a service account, else of the caller itself. */
  async create(caller: Caller, dto: CreateApiKeyDto): Promise<NewApiKeyView> {
    const scope = dto.scope ?? (isGiven(dto.serviceAccountId) ? 'read-write' : 'read');
    const owner = await this.ownerOf(caller, dto.serviceAccountId, scope);
    const key = generateKey();
    const row = this.dataSource.manager.create(ApiKey, {
      ...{ organizationId: caller.organizationId, id: idFor(caller, 'key'), ...owner, scope },
      ...{ name: dto.name, description: dto.description ?? null },
      ...{ hash: hashToken(key), prefix: shownPrefix(key) },
      createdBy: caller.principal.id,
      expiresAt: await this.expiryFor(caller, dto.expiresAt),
    });
    if (!(await this.giveAgain(caller, row))) await this.dataSource.manager.insert(ApiKey, row);
    return new NewApiKeyView(row, key);
  }

  /** The same request made it before, and nobody has got the key that it had then. */
  private async giveAgain(caller: Caller, row: ApiKey): Promise<boolean> {
    const { organizationId, id, hash, prefix } = row;
    const { manager } = this.dataSource;
    return isMadeBefore(caller, async () => {
      const known = await manager.findOneBy(ApiKey, { organizationId, id });
      if (known === null) return false;
      await manager.update(ApiKey, { organizationId, id }, { hash, prefix });
      Object.assign(row, known, { hash, prefix });
      return true;
    });
  }

  /** From now on the key opens nothing; its row stays on record. */
  async revoke(caller: Caller, id: string): Promise<void> {
    const key = await this.find(caller, id);
    if (!isOwn(caller, key)) requireGrantable(caller, await this.permissionsOf(key));
    if (key.revokedAt !== null) return;
    const { organizationId } = caller;
    await this.dataSource.manager.update(ApiKey, { organizationId, id }, { revokedAt: new Date() });
  }

  /** A key that was made for a time makes none that outlives it: its holder would have that one for ever. */
  private async expiryFor(caller: Caller, wanted: string | null | undefined): Promise<Date | null> {
    const time = isGiven(wanted) ? futureTime(wanted) : null;
    const { credential } = caller;
    if (credential.type !== 'api_key') return time;
    const { expiresAt: latest } = await this.find(caller, credential.id);
    if (latest === null || (time !== null && time <= latest)) return time;
    if (time === null) return latest;
    const message = `expiresAt must not be after ${latest.toISOString()}, when the key that asks expires`;
    throw ApiError.fields([{ field: 'expiresAt', message }]);
  }

  private async find({ organizationId }: Caller, id: string): Promise<ApiKey> {
    const key = await this.dataSource.manager.findOneBy(ApiKey, { organizationId, id });
    if (key === null) throw new ApiError('apiKeyNotFound');
    return key;
  }

  private async ownerOf(
    caller: Caller,
    serviceAccountId: string | null | undefined,
    scope: KeyScope,
  ): Promise<Pick<ApiKey, 'userId' | 'serviceAccountId'>> {
    if (isGiven(serviceAccountId)) {
      const account = await this.account(caller, serviceAccountId);
      if (account === null) throw new ApiError('serviceAccountNotFound');
      requireGrantable(caller, permissionsOfKey(account.permissions, scope));
      return { userId: null, serviceAccountId };
    }
    const { type, id } = caller.principal;
    return type === 'user'
      ? { userId: id, serviceAccountId: null }
      : { userId: null, serviceAccountId: id };
  }

  private async permissionsOf(key: ApiKey): Promise<Iterable<Permission>> {
    const { organizationId, serviceAccountId, userId, scope } = key;
    if (serviceAccountId !== null) {
      const account = await this.account(key, serviceAccountId);
      return permissionsOfKey(account?.permissions ?? [], scope);
    }
    const where = { organizationId, userId: userId ?? '' };
    const member = await this.dataSource.manager.findOneBy(OrganizationMember, where);
    return member === null ? [] : permissionsOfKey(permissionsOfRole(member.role), scope);
  }

  private account(
    { organizationId }: Pick<Caller, 'organizationId'>,
    id: string,
  ): Promise<ServiceAccount | null> {
    return this.dataSource.manager.findOneBy(ServiceAccount, { organizationId, id });
  }
}

function isOwn({ principal }: Caller, key: ApiKey): boolean {
  return principal.id === (key.serviceAccountId ?? key.userId);
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

/** Years that a timestamp of PostgreSQL and a Date of JavaScript both have. */
const LATEST = Date.parse('9999-12-31T00:00:00Z');

function futureTime(text: string): Date {
  const time = Date.parse(text);
  if (time > Date.now() && time < LATEST) return new Date(time);
  throw ApiError.fields([{ field: 'expiresAt', message: 'expiresAt must be in the future' }]);
}
