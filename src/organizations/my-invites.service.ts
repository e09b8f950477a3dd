import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Person } from '../auth/caller';
import { hashToken } from '../auth/key-format';
import { timeOrder } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { ApiError } from '../common/errors';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { OrganizationInvite, OrganizationMember, User } from '../database/entities';
import { newId } from '../database/ids';
import { keepWithWork } from '../idempotency/keep-with-work';
import type { AnswerInviteDto } from './invite.dto';
import { MyInviteView } from './invite.response';
import { MemberView } from './member.response';

const NEWEST_FIRST = timeOrder('i.createdAt', 'i.id');

/**
 * Invites as a person sees them: those that the account was made with, and those to an address that an issuer
 * vouches for. An address alone opens nothing, since anybody may name any; the token does.
 */
@Injectable()
export class MyInvitesService {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that wait for an answer, the newest first. */
  async list(person: Person, query: CursorPageQuery): Promise<CursorPage<MyInviteView>> {
    const { manager } = this.dataSource;
    const rows = withOrganization(manager)
      .innerJoin(User, 'u', 'u.id = :userId', person)
      .where("i.status = 'pending' AND i.expiresAt > now() AND o.deletedAt IS NULL")
      .andWhere('(i.inviteeUserId = u.id OR (u.emailVerified AND i.email = u.email))');
    return readPage(rows, query, NEWEST_FIRST, (row) => new MyInviteView(row));
  }

  /** Who is a member already keeps the role. */
  async accept(person: Person, id: string, dto: AnswerInviteDto): Promise<MemberView> {
    const { userId } = person;
    return this.dataSource.transaction(async (manager) => {
      const invite = await this.take(manager, person, id, dto);
      await answer(manager, invite, userId, 'accepted');
      const { organizationId, role, invitedBy } = invite;
      const member = { organizationId, userId, id: newId('mem'), role, invitedBy };
      await manager
        .createQueryBuilder()
        .insert()
        .into(OrganizationMember)
        .values(member)
        .orIgnore()
        .execute();
      const view = new MemberView(
        await manager.findOneOrFail(OrganizationMember, {
          where: { organizationId, userId },
          relations: { user: true },
        }),
      );
      return keepWithWork(person, manager, view);
    });
  }

  async decline(person: Person, id: string, dto: AnswerInviteDto): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const invite = await this.take(manager, person, id, dto);
      await answer(manager, invite, person.userId, 'declined');
      await keepWithWork(person, manager, undefined);
    });
  }

  /** An open invite of the person, locked. Throws 404 for what is not theirs, 409 when it is over. */
  private async take(
    manager: EntityManager,
    { userId }: Person,
    id: string,
    { token }: AnswerInviteDto,
  ): Promise<OrganizationInvite> {
    const user = await manager.findOneByOrFail(User, { id: userId });
    const invite = await withOrganization(manager)
      .where('i.id = :id AND o.deletedAt IS NULL', { id })
      .setLock('pessimistic_write', undefined, ['i'])
      .getOne();
    if (invite === null || !isFor(invite, user, token)) throw new ApiError('inviteNotFound');
    const isOpen = invite.status === 'pending' && invite.expiresAt > new Date();
    if (!isOpen) throw new ApiError('inviteOver');
    return invite;
  }
}

function withOrganization(manager: EntityManager): SelectQueryBuilder<OrganizationInvite> {
  return manager
    .createQueryBuilder(OrganizationInvite, 'i')
    .innerJoinAndSelect('i.organization', 'o');
}

function isFor(invite: OrganizationInvite, user: User, token: string | null | undefined): boolean {
  if (invite.inviteeUserId === user.id) return true;
  if (user.emailVerified && user.email === invite.email) return true;
  return typeof token === 'string' && timingSafeEqual(hashToken(token), invite.tokenHash);
}

async function answer(
  manager: EntityManager,
  { organizationId, id }: OrganizationInvite,
  inviteeUserId: string,
  status: 'accepted' | 'declined',
): Promise<void> {
  await manager.update(OrganizationInvite, { organizationId, id }, { status, inviteeUserId });
}
