import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import type { Caller, Identity, Person } from '../auth/caller';
import { timeOrder } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { ApiError } from '../common/errors';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { ApiKey, Organization, OrganizationInvite, OrganizationMember } from '../database/entities';
import { newId } from '../database/ids';
import { idFor, isMadeBefore } from '../idempotency/repeated-ids';
import { isUniqueViolation } from '../database/unique-violation';
import type { CreateOrganizationDto, UpdateOrganizationDto } from './organization.dto';
import { OrganizationView, PublicOrganizationView } from './organization.response';
import { slugOf } from './slug';

const OLDEST_FIRST = timeOrder('o.createdAt', 'o.id', 'ASC');

@Injectable()
export class OrganizationsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of a person, or the one of a key; the oldest first. */
  async list(identity: Identity, query: CursorPageQuery): Promise<CursorPage<OrganizationView>> {
    const builder = this.dataSource.manager
      .createQueryBuilder(Organization, 'o')
      .where('o.deletedAt IS NULL');
    if (identity.kind === 'caller') {
      const { organizationId } = identity.caller;
      builder.andWhere('o.id = :organizationId', { organizationId });
    } else {
      const { userId } = identity.person;
      const isMember = 'm.organizationId = o.id AND m.userId = :userId';
      builder.innerJoin(OrganizationMember, 'm', isMember, { userId });
    }
    return readPage(builder, query, OLDEST_FIRST, (row) => new OrganizationView(row));
  }

  /** Whoever makes one owns it. */
  async create(person: Person, dto: CreateOrganizationDto): Promise<OrganizationView> {
    const { userId } = person;
    const id = idFor(person, 'org');
    const isThere = (): Promise<boolean> => this.dataSource.manager.existsBy(Organization, { id });
    if (await isMadeBefore(person, isThere)) return new OrganizationView(await this.find(id));
    const { name, description = null, photo = null } = dto;
    const slug = dto.slug ?? slugOf(name);
    await refuseTakenSlug(
      this.dataSource.transaction(async (manager) => {
        const row = { id, name, slug, description, photo, createdBy: userId };
        await manager.insert(Organization, row);
        const member = { organizationId: id, userId, id: newId('mem'), role: 'owner' as const };
        await manager.insert(OrganizationMember, member);
      }),
    );
    return new OrganizationView(await this.find(id));
  }

  async get({ organizationId }: Caller): Promise<OrganizationView> {
    return new OrganizationView(await this.find(organizationId));
  }

  async getPublic(id: string): Promise<PublicOrganizationView> {
    return new PublicOrganizationView(await this.find(id));
  }

  async update({ organizationId }: Caller, dto: UpdateOrganizationDto): Promise<OrganizationView> {
    await refuseTakenSlug(
      this.dataSource.transaction(async (manager) => {
        const organization = await lock(manager, organizationId);
        organization.name = dto.name ?? organization.name;
        organization.slug = dto.slug ?? organization.slug;
        if (dto.description !== undefined) organization.description = dto.description;
        if (dto.photo !== undefined) organization.photo = dto.photo;
        await manager.save(organization);
      }),
    );
    return new OrganizationView(await this.find(organizationId));
  }

  /** Nobody gets in any more and nothing starts. Throws 409 while runs are under way. */
  async delete({ organizationId, principal }: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      // Held against new runs, too: their row names the organization.
      const organization = await lock(manager, organizationId);
      if (await hasOpenRun(manager, organizationId)) throw new ApiError('organizationBusy');
      const now = new Date();
      const open = { organizationId, revokedAt: IsNull() };
      await manager.update(ApiKey, open, { revokedAt: now });
      const pending = { organizationId, status: 'pending' as const };
      await manager.update(OrganizationInvite, pending, { status: 'expired' });
      await manager.query(`UPDATE workflows SET status = 'archived' WHERE organization_id = $1`, [
        organizationId,
      ]);
      organization.deletedAt = now;
      organization.deletedBy = principal.id;
      await manager.save(organization);
    });
  }

  private async find(id: string): Promise<Organization> {
    const where = { id, deletedAt: IsNull() };
    const organization = await this.dataSource.manager.findOneBy(Organization, where);
    if (organization === null) throw new ApiError('organizationNotFound');
    return organization;
  }
}

async function lock(manager: EntityManager, id: string): Promise<Organization> {
  const organization = await manager.findOne(Organization, {
    where: { id, deletedAt: IsNull() },
    lock: { mode: 'pessimistic_write' },
  });
  if (organization === null) throw new ApiError('organizationNotFound');
  return organization;
}

async function hasOpenRun(manager: EntityManager, organizationId: string): Promise<boolean> {
  const [row] = await manager.query<{ open: boolean }[]>(
    'SELECT EXISTS (SELECT FROM runs WHERE organization_id = $1 AND NOT ended) AS open',
    [organizationId],
  );
  return row?.open === true;
}

async function refuseTakenSlug(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (isUniqueViolation(error, 'organizations_slug_key')) throw new ApiError('slugTaken');
    throw error;
  }
}
