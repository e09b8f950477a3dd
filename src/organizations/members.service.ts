import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import type { Caller } from '../auth/caller';
import { requireGrantable } from '../auth/grants';
import { permissionsOfRole } from '../auth/roles';
import { timeOrder } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { ApiError } from '../common/errors';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { ApiKey, OrganizationMember, Workflow } from '../database/entities';
import type { Role } from '../database/entities/organization-member.entity';
import { MemberView } from './member.response';

const OLDEST_FIRST = timeOrder('m.createdAt', 'm.id', 'ASC');

@Injectable()
export class MembersService {
  constructor(private readonly dataSource: DataSource) {}

  /** The oldest first. */
  async list({ organizationId }: Caller, query: CursorPageQuery): Promise<CursorPage<MemberView>> {
    const rows = this.dataSource.manager
      .createQueryBuilder(OrganizationMember, 'm')
      .where({ organizationId })
      .innerJoinAndSelect('m.user', 'user');
    return readPage(rows, query, OLDEST_FIRST, (row) => new MemberView(row));
  }

  /** Throws 409 when it would leave no owner. */
  async setRole(caller: Caller, userId: string, role: Role): Promise<MemberView> {
    requireGrantable(caller, permissionsOfRole(role));
    await this.change(caller, userId, async (member, manager) => {
      requireGrantable(caller, permissionsOfRole(member.role));
      if (role !== 'owner') await keepOwner(manager, member);
      member.role = role;
      await manager.save(member);
    });
    const { organizationId } = caller;
    const member = await this.dataSource.manager.findOne(OrganizationMember, {
      where: { organizationId, userId },
      relations: { user: true },
    });
    if (member === null) throw new ApiError('memberNotFound');
    return new MemberView(member);
  }

  /** Takes the keys along, and pauses the live workflows that the person owns. */
  async remove(caller: Caller, userId: string): Promise<void> {
    await this.change(caller, userId, async (member, manager) => {
      requireGrantable(caller, permissionsOfRole(member.role));
      await leave(manager, member);
    });
  }

  async leave(caller: Caller): Promise<void> {
    if (caller.principal.type !== 'user') throw new ApiError('memberNotFound');
    await this.change(caller, caller.principal.id, (member, manager) => leave(manager, member));
  }

  private async change(
    { organizationId }: Caller,
    userId: string,
    change: (member: OrganizationMember, manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const member = await manager.findOne(OrganizationMember, {
        where: { organizationId, userId },
        lock: { mode: 'pessimistic_write' },
      });
      if (member === null) throw new ApiError('memberNotFound');
      await change(member, manager);
    });
  }
}

async function leave(manager: EntityManager, member: OrganizationMember): Promise<void> {
  await keepOwner(manager, member);
  const { organizationId, userId } = member;
  const keys = { organizationId, userId, revokedAt: IsNull() };
  await manager.update(ApiKey, keys, { revokedAt: new Date() });
  const live = { organizationId, ownerUserId: userId, status: 'active' as const };
  await manager.update(Workflow, live, { status: 'paused', pausedReason: 'member_removed' });
  await manager.delete(OrganizationMember, { organizationId, userId });
}

/** Two owners that go at the same time wait for each other here. */
async function keepOwner(manager: EntityManager, member: OrganizationMember): Promise<void> {
  if (member.role !== 'owner') return;
  const { organizationId } = member;
  await manager.query('SELECT FROM organizations WHERE id = $1 FOR UPDATE', [organizationId]);
  const owners = await manager.countBy(OrganizationMember, { organizationId, role: 'owner' });
  if (owners < 2) throw new ApiError('lastOwner');
}
