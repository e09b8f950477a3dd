import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../auth/caller';
import { Administrators } from '../auth/administrators';
import { ApiError } from '../common/errors';
import { timeOrder } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { Organization, type Template } from '../database/entities';
import { WorkflowStore } from '../workflows/workflow-store';
import { tagSlug } from './tag-slug';
import { type ShownTemplate, TemplateStore } from './template-store';
import type {
  ListTemplatesQuery,
  RecommendedTemplatesQuery,
  Strategy,
  TemplateCategory,
} from './template.dto';
import { TemplateView } from './template.response';

const CATEGORIES: Readonly<Record<TemplateCategory, string | undefined>> = {
  promoted: 't.promotedAt IS NOT NULL AND t.publicVersion IS NOT NULL',
  public: 't.publicVersion IS NOT NULL',
  org: 't.organizationId = :organizationId',
  all: undefined,
};

const LAST_CHANGED_FIRST = timeOrder('t.updatedAt', 't.id');
const FIRST_SUBMITTED_FIRST = timeOrder('t.submittedAt', 't.id', 'ASC');

/** How many of its tags are among the interests. */
const MATCHES = `(SELECT count(*) FROM unnest(v.tagSlugs) AS tag WHERE tag = ANY(:interests))`;

const INTERESTS = `
  SELECT i.value FROM user_interests i JOIN users u ON u.id = i.user_id
  WHERE i.user_id = $1 AND u.interests_enabled ORDER BY i.last_seen DESC LIMIT 100`;

@Injectable()
export class TemplateListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: TemplateStore,
    private readonly admins: Administrators,
    private readonly workflows: WorkflowStore,
  ) {}

  /** What changed last comes first. */
  async list(caller: Caller, query: ListTemplatesQuery): Promise<CursorPage<TemplateView>> {
    const { category = 'all', tags = [] } = query;
    const reviews = category === 'pending';
    if (reviews) this.admins.require(caller);
    const builder = this.store.visibleTo({ ...caller, reviews }).andWhere('t.archivedAt IS NULL');
    if (category === 'pending') builder.andWhere(`t.moderationStatus = 'pending'`);
    else within(builder, category);
    if (tags.length > 0) {
      builder.andWhere('v.tagSlugs @> :slugs', { slugs: tags.map(tagSlug) });
    }
    const keys = reviews ? FIRST_SUBMITTED_FIRST : LAST_CHANGED_FIRST;
    const isOwn = (row: Template): boolean =>
      reviews || row.organizationId === caller.organizationId;
    return readPage(builder, query, keys, (row) => show(row, isOwn(row)));
  }

  async listPublicOf(
    organizationId: string,
    query: CursorPageQuery,
  ): Promise<CursorPage<TemplateView>> {
    const where = { id: organizationId, deletedAt: IsNull() };
    if (!(await this.dataSource.manager.existsBy(Organization, where))) {
      throw new ApiError('organizationNotFound');
    }
    const builder = this.store
      .visibleTo({})
      .andWhere('t.organizationId = :publisher', { publisher: organizationId });
    return readPage(builder, query, LAST_CHANGED_FIRST, (row) => show(row, false));
  }

  /** By what the caller cares for; service accounts care for nothing. */
  async recommended(
    caller: Caller,
    { category, strategy = 'interest_based', ...query }: RecommendedTemplatesQuery,
  ): Promise<TemplateView[]> {
    const builder = this.store.visibleTo(caller).andWhere('t.archivedAt IS NULL');
    within(builder, category);
    builder.addSelect(MATCHES, 'matches').setParameter('interests', await this.interests(caller));
    rank(builder, strategy);
    const { limit, offset } = query;
    const rows = await builder.limit(limit).offset(offset).getMany();
    return rows.map((row) => show(row, row.organizationId === caller.organizationId));
  }

  /** The newest one that the workflow was made into; null when there is none. */
  async ofWorkflow(caller: Caller, workflowId: string): Promise<TemplateView | null> {
    await this.workflows.find(caller, workflowId);
    const found = (await this.store
      .visibleTo(caller)
      .andWhere('t.organizationId = :organizationId AND t.sourceWorkflowId = :workflowId')
      .andWhere('t.archivedAt IS NULL')
      .setParameter('workflowId', workflowId)
      .orderBy('t.createdAt', 'DESC')
      .addOrderBy('t.id', 'DESC')
      .limit(1)
      .getOne()) as ShownTemplate | null;
    return found && new TemplateView(found, found.shown, true);
  }

  private async interests({ principal }: Caller): Promise<string[]> {
    if (principal.type !== 'user') return [];
    const rows = await this.dataSource.query<{ value: string }[]>(INTERESTS, [principal.id]);
    return rows.map(({ value }) => tagSlug(value));
  }
}

function within(builder: SelectQueryBuilder<Template>, category: TemplateCategory): void {
  const condition = CATEGORIES[category];
  if (condition !== undefined) builder.andWhere(condition);
}

function rank(builder: SelectQueryBuilder<Template>, strategy: Strategy): void {
  if (strategy === 'strong_match') builder.andWhere(`${MATCHES} > 0`);
  if (strategy === 'popular_with_interest') {
    builder.addSelect(`(${MATCHES} > 0)`, 'is_match').orderBy('is_match', 'DESC');
  } else {
    builder.orderBy('matches', 'DESC').addOrderBy('t.promotedAt', 'DESC', 'NULLS LAST');
  }
  builder.addOrderBy('t.forkCount', 'DESC').addOrderBy('t.id', 'DESC');
}

/** The store gives each template with the version that the viewer sees. */
function show(row: Template, isOwn: boolean): TemplateView {
  const template = row as ShownTemplate;
  return new TemplateView(template, template.shown, isOwn);
}
