import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import { Block, BlockVersion } from '../database/entities';

/** A block with its newest version. */
export interface ShownBlock extends Block {
  shown: BlockVersion;
}

/** What a version of a block holds. */
export type BlockContents = Pick<
  BlockVersion,
  'name' | 'description' | 'tags' | 'tagSlugs' | 'definition' | 'blockIds'
>;

/** Rows of blocks and their versions. A version that is written never changes. */
@Injectable()
export class BlockStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Blocks of the organization as `b`, the newest version of each as `v`. */
  ofOrganization({ organizationId }: Pick<Caller, 'organizationId'>): SelectQueryBuilder<Block> {
    return this.dataSource.manager
      .createQueryBuilder(Block, 'b')
      .innerJoinAndMapOne(
        'b.shown',
        BlockVersion,
        'v',
        'v.organizationId = b.organizationId AND v.blockId = b.id AND v.number = b.currentVersion',
      )
      .where('b.organizationId = :organizationId', { organizationId });
  }

  /** Throws 404195. */
  async find(caller: Pick<Caller, 'organizationId'>, id: string): Promise<ShownBlock> {
    const found = await this.ofOrganization(caller).andWhere('b.id = :id', { id }).getOne();
    if (found === null) throw new ApiError('blockNotFound');
    return found as ShownBlock;
  }

  exists({ organizationId }: Pick<Caller, 'organizationId'>, id: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(Block, { organizationId, id });
  }

  /** Throws 404196. */
  async version(
    { organizationId, id }: Pick<Block, 'organizationId' | 'id'>,
    number: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<BlockVersion> {
    const where = { organizationId, blockId: id, number };
    const version = await manager.findOneBy(BlockVersion, where);
    if (version === null) throw new ApiError('blockVersionNotFound');
    return version;
  }

  async insert(block: Block, contents: BlockContents): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.insert(Block, block);
      await insertVersion(manager, block, contents);
    });
  }

  /**
   * Gives a block a new version while nobody else does; none when it would be like the newest. Throws 409001 when
   * that is not the one expected, and 410195 for an archived block.
   */
  async addVersion(
    { organizationId, principal }: Caller,
    id: string,
    expected: number | null | undefined,
    contentsAfter: (newest: BlockVersion, manager: EntityManager) => Promise<BlockContents>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const block = await this.lock(manager, organizationId, id);
      if (block.archivedAt !== null) throw new ApiError('blockArchived');
      expectVersion(block, expected);
      const newest = await this.version(block, block.currentVersion, manager);
      const contents = await contentsAfter(newest, manager);
      if (isSame(newest, contents)) return;
      block.currentVersion += 1;
      block.updatedBy = principal.id;
      await manager.save(block);
      await insertVersion(manager, block, contents);
    });
  }

  async archive({ organizationId, principal }: Caller, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const block = await this.lock(manager, organizationId, id);
      if (block.archivedAt !== null) return;
      block.archivedAt = new Date();
      block.updatedBy = principal.id;
      await manager.save(block);
    });
  }

  private async lock(manager: EntityManager, organizationId: string, id: string): Promise<Block> {
    const block = await manager.findOne(Block, {
      where: { organizationId, id },
      lock: { mode: 'pessimistic_write' },
    });
    if (block === null) throw new ApiError('blockNotFound');
    return block;
  }
}

export function contentsOf(version: BlockContents): BlockContents {
  const { name, description, tags, tagSlugs, definition, blockIds } = version;
  return { name, description, tags, tagSlugs, definition, blockIds };
}

/** The order of keys counts, as it does for siblings in a definition. */
function isSame(left: BlockContents, right: BlockContents): boolean {
  return JSON.stringify(contentsOf(left)) === JSON.stringify(contentsOf(right));
}

function expectVersion({ currentVersion }: Block, expected: number | null | undefined): void {
  if (expected === undefined || expected === null || expected === currentVersion) return;
  throw new ApiError(
    'versionConflict',
    `The block is at version ${currentVersion}, not ${expected}.`,
    [{ expectedVersion: expected, currentVersion }],
  );
}

async function insertVersion(
  manager: EntityManager,
  { organizationId, id, currentVersion, updatedBy }: Block,
  contents: BlockContents,
): Promise<void> {
  const { name, description, tags, tagSlugs, definition, blockIds } = contents;
  await manager.query(
    `INSERT INTO block_versions (organization_id, block_id, number, created_by,
       name, description, tags, tag_slugs, definition, block_ids)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[organizationId, id, currentVersion, updatedBy],
      ...[name, description, tags, tagSlugs, JSON.stringify(definition), blockIds],
    ],
  );
}
