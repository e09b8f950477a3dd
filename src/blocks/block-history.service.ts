import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import type { SortKey } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { type CursorPage, type CursorPageQuery, type Page, pageOf } from '../common/pagination';
import type { PageQuery } from '../common/pagination';
import { BlockVersion } from '../database/entities';
import { isHiddenFrom, viewerOf } from '../workflows/workflow-access';
import { BlockStore } from './block-store';
import { BlockUse, type BlockView } from './block.response';
import { BlocksService } from './blocks.service';

const NEWEST_FIRST: readonly SortKey[] = [
  { expression: 'v.number', direction: 'DESC', type: 'number' },
];

/** Workflows whose draft or live version names the block, and blocks whose newest version does. */
const USES = `
  SELECT 'workflow' AS type, w.id, w.name
  FROM workflow_uses u
  JOIN workflows w ON w.organization_id = $1 AND w.id = u.workflow_id
  WHERE u.organization_id = $1 AND u.kind = 'block' AND u.name = $2 AND w.status <> 'archived'
    AND NOT ${isHiddenFrom('$3')}
  UNION ALL
  SELECT 'block', b.id, v.name
  FROM block_versions v
  JOIN blocks b ON b.organization_id = $1 AND b.id = v.block_id AND b.current_version = v.number
  WHERE v.organization_id = $1 AND v.block_ids @> ARRAY[$2] AND b.archived_at IS NULL
  ORDER BY type, id LIMIT $4 OFFSET $5`;

/** What a block was, and where it is used. */
@Injectable()
export class BlockHistoryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: BlockStore,
    private readonly blocks: BlocksService,
  ) {}

  async versions(
    caller: Caller,
    id: string,
    query: CursorPageQuery,
  ): Promise<CursorPage<BlockView> & { currentVersion: number }> {
    const block = await this.store.find(caller, id);
    const { organizationId, currentVersion } = block;
    const versions = this.dataSource.manager
      .createQueryBuilder(BlockVersion, 'v')
      .where({ organizationId, blockId: id });
    const page = await readPage(versions, query, NEWEST_FIRST, (row) =>
      this.blocks.show(block, row),
    );
    return { ...page, currentVersion };
  }

  async version(caller: Caller, id: string, number: number): Promise<BlockView> {
    const block = await this.store.find(caller, id);
    return this.blocks.show(block, await this.store.version(block, number));
  }

  /** Somebody else's private workflows are left out. */
  async uses(caller: Caller, id: string, query: PageQuery): Promise<Page<BlockUse>> {
    const { organizationId } = await this.store.find(caller, id);
    const rows = await this.dataSource.query<BlockUse[]>(USES, [
      ...[organizationId, id, viewerOf(caller)],
      ...[query.limit + 1, query.offset],
    ]);
    return pageOf(rows, query, (row) => new BlockUse(row));
  }
}
