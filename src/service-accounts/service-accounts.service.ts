import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import type { Caller } from '../auth/caller';
import { requireGrantable } from '../auth/grants';
import { timeOrder } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { ApiError } from '../common/errors';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { isUniqueViolation } from '../database/unique-violation';
import { ApiKey, ServiceAccount } from '../database/entities';
import type { ServiceAccountStatus } from '../database/entities/service-account.entity';
import { idFor, isMadeBefore } from '../idempotency/repeated-ids';
import type { ServiceAccountDto } from './service-account.dto';
import { ServiceAccountView } from './service-account.response';

const NEWEST_FIRST = timeOrder('a.createdAt', 'a.id');

/** Machines of an organization. One that can do more than the caller can't be touched by it. */
@Injectable()
export class ServiceAccountsService {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    { organizationId }: Caller,
    query: CursorPageQuery,
  ): Promise<CursorPage<ServiceAccountView>> {
    const rows = this.dataSource.manager
      .createQueryBuilder(ServiceAccount, 'a')
      .where({ organizationId });
    return readPage(rows, query, NEWEST_FIRST, (row) => new ServiceAccountView(row));
  }

  async get({ organizationId }: Caller, id: string): Promise<ServiceAccountView> {
    const where = { organizationId, id };
    const account = await this.dataSource.manager.findOneBy(ServiceAccount, where);
    if (account === null) throw new ApiError('serviceAccountNotFound');
    return new ServiceAccountView(account);
  }

  async create(caller: Caller, dto: ServiceAccountDto): Promise<ServiceAccountView> {
    requireGrantable(caller, dto.permissions);
    const { organizationId, principal } = caller;
    const { name, permissions } = dto;
    const id = idFor(caller, 'sa');
    const { manager } = this.dataSource;
    const isThere = (): Promise<boolean> =>
      manager.existsBy(ServiceAccount, { organizationId, id });
    if (await isMadeBefore(caller, isThere)) return this.get(caller, id);
    const account = manager.create(ServiceAccount, {
      ...{ organizationId, id, name, permissions },
      ...{ description: dto.description ?? null, createdBy: principal.id },
    });
    await refuseTakenName(manager.insert(ServiceAccount, account));
    return this.get(caller, account.id);
  }

  /** The description stays as it is when it is left out. */
  async update(caller: Caller, id: string, dto: ServiceAccountDto): Promise<ServiceAccountView> {
    requireGrantable(caller, dto.permissions);
    await refuseTakenName(
      this.change(caller, id, (account, manager) => {
        account.name = dto.name;
        account.permissions = dto.permissions;
        if (dto.description !== undefined) account.description = dto.description;
        return manager.save(account);
      }),
    );
    return this.get(caller, id);
  }

  /** A disabled account keeps its keys; they work again once it is enabled. */
  async setStatus(
    caller: Caller,
    id: string,
    status: ServiceAccountStatus,
  ): Promise<ServiceAccountView> {
    await this.change(caller, id, async (account, manager) => {
      if (account.status === status) return;
      account.status = status;
      account.disabledAt = status === 'disabled' ? new Date() : null;
      await manager.save(account);
    });
    return this.get(caller, id);
  }

  /** Revokes its keys first; they stay on record. */
  async delete(caller: Caller, id: string): Promise<void> {
    await this.change(caller, id, async ({ organizationId }, manager) => {
      const keys = { organizationId, serviceAccountId: id, revokedAt: IsNull() };
      await manager.update(ApiKey, keys, { revokedAt: new Date() });
      await manager.delete(ServiceAccount, { organizationId, id });
    });
  }

  private async change(
    caller: Caller,
    id: string,
    change: (account: ServiceAccount, manager: EntityManager) => Promise<unknown>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const account = await manager.findOne(ServiceAccount, {
        where: { organizationId: caller.organizationId, id },
        lock: { mode: 'pessimistic_write' },
      });
      if (account === null) throw new ApiError('serviceAccountNotFound');
      requireGrantable(caller, account.permissions);
      await change(account, manager);
    });
  }
}

async function refuseTakenName(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (isUniqueViolation(error, 'service_accounts_name_key')) throw new ApiError('nameTaken');
    throw error;
  }
}
