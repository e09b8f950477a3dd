import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import type { Caller } from '../auth/caller';
import { requireGrantable } from '../auth/grants';
import { generateToken, hashToken } from '../auth/key-format';
import { permissionsOfRole } from '../auth/roles';
import { timeOrder } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { ApiError } from '../common/errors';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { OrganizationInvite, OrganizationMember } from '../database/entities';
import { idFor, isMadeBefore } from '../idempotency/repeated-ids';
import type { CreateInviteDto } from './invite.dto';
import { InviteView, NewInviteView } from './invite.response';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 7;

const NEWEST_FIRST = timeOrder('i.createdAt', 'i.id');

/** Invites as the organization sees them. */
@Injectable()
export class OrgInvitesService {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that wait for an answer, the newest first. */
  async list({ organizationId }: Caller, query: CursorPageQuery): Promise<CursorPage<InviteView>> {
    const rows = this.dataSource.manager
      .createQueryBuilder(OrganizationInvite, 'i')
      .where({ organizationId, ...open() });
    return readPage(rows, query, NEWEST_FIRST, (row) => new InviteView(row));
  }

  /** Nobody invites into a role that can do more than they can. */
  async create(caller: Caller, dto: CreateInviteDto): Promise<NewInviteView> {
    const { organizationId, principal } = caller;
    const role = dto.role ?? 'developer';
    requireGrantable(caller, permissionsOfRole(role));
    const email = dto.email.toLowerCase();
    const token = generateToken('b3iv_');
    const expiresAt = new Date(Date.now() + (dto.expiresInDays ?? DEFAULT_DAYS) * DAY_MS);
    const invite = this.dataSource.manager.create(OrganizationInvite, {
      ...{ organizationId, id: idFor(caller, 'inv'), email, role, expiresAt, status: 'pending' },
      ...{ tokenHash: hashToken(token), invitedBy: principal.id },
    });
    const { id, tokenHash } = invite;
    await this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT FROM organizations WHERE id = $1 FOR UPDATE', [organizationId]);
      // The same request made it before, and nobody has got the token that it had then.
      const giveAgain = async (): Promise<boolean> => {
        const known = await manager.findOneBy(OrganizationInvite, { organizationId, id });
        if (known === null) return false;
        await manager.update(OrganizationInvite, { organizationId, id }, { tokenHash });
        Object.assign(invite, known);
        return true;
      };
      if (await isMadeBefore(caller, giveAgain)) return;
      await refuseKnown(manager, organizationId, email);
      await manager.insert(OrganizationInvite, invite);
    });
    return new NewInviteView(invite, token);
  }

  /** From now on it can't be answered. */
  async cancel({ organizationId }: Caller, id: string): Promise<void> {
    const { manager } = this.dataSource;
    const pending = { organizationId, id, status: 'pending' as const };
    const { affected } = await manager.update(OrganizationInvite, pending, { status: 'expired' });
    if (affected !== 0) return;
    const isThere = await manager.existsBy(OrganizationInvite, { organizationId, id });
    throw new ApiError(isThere ? 'inviteOver' : 'inviteNotFound');
  }
}

async function refuseKnown(
  manager: EntityManager,
  organizationId: string,
  email: string,
): Promise<void> {
  const member = { organizationId, user: { email } };
  if (await manager.existsBy(OrganizationMember, member)) throw new ApiError('alreadyMember');
  const invited = { organizationId, email, ...open() };
  if (await manager.existsBy(OrganizationInvite, invited)) throw new ApiError('alreadyInvited');
}

function open() {
  return { status: 'pending' as const, expiresAt: MoreThan(new Date()) };
}
