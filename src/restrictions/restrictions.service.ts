import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CATALOG, type Catalog } from '../actions/catalog';
import type { Caller } from '../auth/caller';
import { timeOrder } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { ApiError } from '../common/errors';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { OrganizationRestriction } from '../database/entities';
import { isUniqueViolation } from '../database/unique-violation';
import { idFor, isMadeBefore } from '../idempotency/repeated-ids';
import type { CreateRestrictionDto } from './restriction.dto';
import { lockRestrictions } from './restriction-lock';
import { RestrictionView } from './restriction.response';

const NEWEST_FIRST = timeOrder('r.createdAt', 'r.id');

/** Live workflows whose version has a node of the type. */
const PAUSE = `
  UPDATE workflows w SET status = 'paused', paused_reason = 'disabled_action', updated_at = now()
  FROM workflow_versions v
  WHERE w.organization_id = $1 AND w.status = 'active'
    AND v.organization_id = w.organization_id AND v.workflow_id = w.id
    AND v.number = w.live_version
    AND EXISTS (
      SELECT FROM json_each(v.definition->'nodes') AS node WHERE node.value->>'type' = $2)`;

@Injectable()
export class RestrictionsService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CATALOG) private readonly catalog: Catalog,
  ) {}

  /** The newest first. */
  async list(
    { organizationId }: Caller,
    query: CursorPageQuery,
  ): Promise<CursorPage<RestrictionView>> {
    const rows = this.dataSource.manager
      .createQueryBuilder(OrganizationRestriction, 'r')
      .where({ organizationId });
    return readPage(rows, query, NEWEST_FIRST, (row) => new RestrictionView(row));
  }

  /** Holds from now on. Live workflows that it hits are paused; runs under way go on. */
  async create(caller: Caller, dto: CreateRestrictionDto): Promise<RestrictionView> {
    const { organizationId, principal } = caller;
    const { manager } = this.dataSource;
    const id = idFor(caller, 'rst');
    const own = { organizationId, id };
    if (await isMadeBefore(caller, () => manager.existsBy(OrganizationRestriction, own))) {
      return new RestrictionView(await manager.findOneByOrFail(OrganizationRestriction, own));
    }
    const restriction = manager.create(OrganizationRestriction, {
      ...{ ...own, type: dto.type, actionType: this.actionOf(dto) },
      ...{ reason: dto.reason ?? null, createdBy: principal.id },
    });
    try {
      await this.dataSource.transaction((inside) => write(inside, restriction));
    } catch (error) {
      if (isUniqueViolation(error, 'organization_restrictions_once')) {
        throw new ApiError('alreadyRestricted');
      }
      throw error;
    }
    return new RestrictionView(restriction);
  }

  /** What it paused stays paused. */
  async delete({ organizationId }: Caller, id: string): Promise<void> {
    const where = { organizationId, id };
    const { affected } = await this.dataSource.manager.delete(OrganizationRestriction, where);
    if (affected === 0) throw new ApiError('restrictionNotFound');
  }

  private actionOf({ type, actionType }: CreateRestrictionDto): string {
    const named = actionType ?? '';
    const isRight = type === 'disabled_action' ? this.catalog.has(named) : named === '';
    if (isRight) return named;
    const message =
      type === 'disabled_action'
        ? 'actionType must be an action of the catalog'
        : `actionType does not belong to ${type}`;
    throw ApiError.fields([{ field: 'actionType', message }]);
  }
}

async function write(manager: EntityManager, restriction: OrganizationRestriction): Promise<void> {
  await lockRestrictions(manager, restriction.organizationId);
  await manager.insert(OrganizationRestriction, restriction);
  if (restriction.type !== 'disabled_action') return;
  await manager.query(PAUSE, [restriction.organizationId, restriction.actionType]);
}
