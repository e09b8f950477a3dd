import { Injectable } from '@nestjs/common';
import { blockReferences } from '../../definition/blocks/block-node';
import type { BlockDefinition } from '../../definition/blocks/types';
import type { JsonObject } from '../../definition/json';
import type { Caller } from '../auth/caller';
import { escapeLike } from '../common/escape-like';
import type { SortKey } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import type { CursorPage } from '../common/pagination';
import { Block, type BlockVersion } from '../database/entities';
import { idFor, isMadeBefore } from '../idempotency/repeated-ids';
import { DefinitionSecrets } from '../secrets/definition-secrets';
import { readTags, tagSlug } from '../templates/tag-slug';
import { DefinitionsService } from '../workflows/definitions.service';
import { type BlockContents, BlockStore, contentsOf, type ShownBlock } from './block-store';
import type {
  CreateBlockDto,
  ListBlocksQuery,
  RollbackBlockDto,
  UpdateBlockDto,
} from './block.dto';
import { BlockView } from './block.response';

const LAST_CHANGED_FIRST: readonly SortKey[] = [
  { expression: 'b.updatedAt', direction: 'DESC', type: 'time' },
  { expression: 'b.id', direction: 'DESC', type: 'text' },
];

@Injectable()
export class BlocksService {
  constructor(
    private readonly store: BlockStore,
    private readonly definitions: DefinitionsService,
    private readonly secrets: DefinitionSecrets,
  ) {}

  async list(caller: Caller, query: ListBlocksQuery): Promise<CursorPage<BlockView>> {
    const { q = '', tags = [] } = query;
    const blocks = this.store.ofOrganization(caller).andWhere('b.archivedAt IS NULL');
    if (q !== '') {
      blocks.andWhere('(v.name ILIKE :q OR v.description ILIKE :q)', { q: `%${escapeLike(q)}%` });
    }
    if (tags.length > 0) {
      blocks.andWhere('v.tagSlugs @> :slugs', { slugs: tags.map(tagSlug) });
    }
    return readPage(blocks, query, LAST_CHANGED_FIRST, (row) => this.show(row as ShownBlock));
  }

  async get(caller: Caller, id: string): Promise<BlockView> {
    return this.show(await this.store.find(caller, id));
  }

  async create(caller: Caller, dto: CreateBlockDto): Promise<BlockView> {
    const { organizationId, principal } = caller;
    const id = idFor(caller, 'blk');
    if (await isMadeBefore(caller, () => this.store.exists(caller, id))) {
      return this.get(caller, id);
    }
    const read = await this.definitions.readBlock(organizationId, dto.definition);
    const contents: BlockContents = {
      ...{ name: dto.name, description: dto.description ?? '' },
      ...readTags(dto.tags ?? []),
      ...(await this.seal(organizationId, read)),
    };
    const block = Object.assign(new Block(), {
      ...{ organizationId, id, currentVersion: 1, archivedAt: null },
      ...{ createdBy: principal.id, updatedBy: principal.id },
    });
    await this.store.insert(block, contents);
    return this.get(caller, id);
  }

  /** What is sent becomes a new version; the same as before changes nothing. */
  async update(caller: Caller, id: string, dto: UpdateBlockDto): Promise<BlockView> {
    const { organizationId } = caller;
    const { shown } = await this.store.find(caller, id);
    const { definition: sent } = dto;
    const before = { id, definition: shown.definition };
    const isSent = sent !== undefined && sent !== null;
    const read = isSent
      ? await this.definitions.readBlock(organizationId, sent, before)
      : undefined;
    const sealed = read && (await this.seal(organizationId, read, shown.definition));
    await this.store.addVersion(caller, id, dto.expectedCurrentVersion, (newest) =>
      Promise.resolve({
        ...contentsOf(newest),
        name: dto.name ?? newest.name,
        description: dto.description ?? newest.description,
        ...readTags(dto.tags ?? newest.tags),
        ...sealed,
      }),
    );
    return this.get(caller, id);
  }

  /** What an older version held becomes the newest one. */
  async rollback(caller: Caller, id: string, dto: RollbackBlockDto): Promise<BlockView> {
    const { targetVersion, expectedCurrentVersion } = dto;
    await this.store.addVersion(caller, id, expectedCurrentVersion, async (newest, manager) => {
      const block = { organizationId: newest.organizationId, id };
      return contentsOf(await this.store.version(block, targetVersion, manager));
    });
    return this.get(caller, id);
  }

  archive(caller: Caller, id: string): Promise<void> {
    return this.store.archive(caller, id);
  }

  show(block: ShownBlock, version: BlockVersion = block.shown): BlockView {
    return new BlockView(block, version, (definition) => this.secrets.mask(definition));
  }

  /** As it is stored. `previous` is what it replaces: what it says `***` of stays. */
  private async seal(
    organizationId: string,
    read: BlockDefinition,
    previous?: JsonObject,
  ): Promise<Pick<BlockContents, 'definition' | 'blockIds'>> {
    const json = read as unknown as JsonObject;
    const definition = await this.secrets.sealDefinition(organizationId, json, previous);
    const blockIds = blockReferences(read.nodes).map(({ blockId }) => blockId);
    return { definition, blockIds: [...new Set(blockIds)] };
  }
}
