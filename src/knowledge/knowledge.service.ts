import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { type SortKey, timeOrder } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { ApiError } from '../common/errors';
import { type CursorPage, pageOf } from '../common/pagination';
import { Organization, OrganizationDocument } from '../database/entities';
import { idFor, isMadeBefore } from '../idempotency/repeated-ids';
import { prefixQuery } from '../search/search-words';
import { readTags, tagSlug } from '../templates/tag-slug';
import type { CreateDocumentDto, ListDocumentsQuery, UpdateDocumentDto } from './knowledge.dto';
import { DocumentItem, DocumentView } from './knowledge.response';

/** Documents that an organization may have. */
const MAX_DOCUMENTS = 1_000;

const LAST_CHANGED_FIRST = timeOrder('d.updatedAt', 'd.id');

const BEST_MATCH: SortKey = {
  // As a whole number: a cursor holds it exactly.
  expression: `(ts_rank(d.search, to_tsquery('simple', :words)) * 1000000000)::bigint`,
  direction: 'DESC',
  type: 'number',
};

/** What an organization knows, as documents that are found by their words. */
@Injectable()
export class KnowledgeService {
  constructor(private readonly dataSource: DataSource) {}

  /** The best match first; without words what changed last. Without the texts, which may be long. */
  async list(
    { organizationId }: Caller,
    query: ListDocumentsQuery,
  ): Promise<CursorPage<DocumentItem>> {
    const { q = '', tags = [] } = query;
    const keys = [...LAST_CHANGED_FIRST];
    const builder = this.dataSource.manager
      .createQueryBuilder(OrganizationDocument, 'd')
      .where('d.organizationId = :organizationId', { organizationId });
    if (q.trim() !== '') {
      const words = prefixQuery(q);
      if (words === undefined) return { ...pageOf([], query, (row) => row), nextCursor: null };
      builder.andWhere(`d.search @@ to_tsquery('simple', :words)`, { words });
      keys.unshift(BEST_MATCH);
    }
    if (tags.length > 0) builder.andWhere('d.tagSlugs @> :slugs', { slugs: tags.map(tagSlug) });
    return readPage(builder, query, keys, (row) => new DocumentItem(row));
  }

  async get({ organizationId }: Caller, id: string): Promise<DocumentView> {
    const where = { organizationId, id };
    const document = await this.dataSource.manager.findOneBy(OrganizationDocument, where);
    if (document === null) throw new ApiError('documentNotFound');
    return new DocumentView(document);
  }

  /** Throws 409 when there are as many as there may be. */
  async create(caller: Caller, dto: CreateDocumentDto): Promise<DocumentView> {
    const { organizationId, principal } = caller;
    const id = idFor(caller, 'doc');
    const isThere = (): Promise<boolean> =>
      this.dataSource.manager.existsBy(OrganizationDocument, { organizationId, id });
    if (await isMadeBefore(caller, isThere)) return this.get(caller, id);
    const { title, content } = dto;
    const by = { createdBy: principal.id, updatedBy: principal.id };
    const row = { organizationId, id, title, content, ...readTags(dto.tags ?? []), ...by };
    await this.dataSource.transaction(async (manager) => {
      // One at a time, so that the count holds.
      const lock = { mode: 'for_no_key_update' } as const;
      await manager.findOne(Organization, { where: { id: organizationId }, lock });
      const count = await manager.countBy(OrganizationDocument, { organizationId });
      if (count >= MAX_DOCUMENTS) throw new ApiError('tooManyDocuments');
      await manager.insert(OrganizationDocument, row);
    });
    return this.get(caller, id);
  }

  async update(caller: Caller, id: string, dto: UpdateDocumentDto): Promise<DocumentView> {
    const { organizationId, principal } = caller;
    await this.dataSource.transaction(async (manager) => {
      const document = await manager.findOne(OrganizationDocument, {
        where: { organizationId, id },
        lock: { mode: 'pessimistic_write' },
      });
      if (document === null) throw new ApiError('documentNotFound');
      document.title = dto.title ?? document.title;
      document.content = dto.content ?? document.content;
      if (dto.tags !== undefined) Object.assign(document, readTags(dto.tags ?? []));
      document.updatedBy = principal.id;
      await manager.save(document);
    });
    return this.get(caller, id);
  }

  async delete({ organizationId }: Caller, id: string): Promise<void> {
    const where = { organizationId, id };
    const { affected } = await this.dataSource.manager.delete(OrganizationDocument, where);
    if (affected === 0) throw new ApiError('documentNotFound');
  }
}
