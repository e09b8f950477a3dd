import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import type { JsonObject } from '../../../definition/json';
import { Block } from './block.entity';

/** What a block held at one time: never changed, never deleted, since runs and workflows name it. */
@Entity('block_versions')
// A GIN index, which TypeORM can't declare.
@Index('block_versions_uses', { synchronize: false })
export class BlockVersion {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'block_versions_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'block_versions_pkey' })
  blockId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'block_versions_pkey' })
  number: number;

  @Column('text')
  name: string;

  @Column('text')
  description: string;

  /** Names of tags as they were written, and their slugs, in the same order. */
  @Column('text', { array: true })
  tags: string[];

  @Column('text', { array: true })
  tagSlugs: string[];

  /** A `BlockDefinition`, secrets replaced by references. `json`, since `jsonb` forgets the order of keys. */
  @Column('json')
  definition: JsonObject;

  /** The blocks that it uses itself. */
  @Column('text', { array: true })
  blockIds: string[];

  @Column('text')
  createdBy: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @ManyToOne(() => Block, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'organization_id',
      referencedColumnName: 'organizationId',
      foreignKeyConstraintName: 'block_versions_block_fkey',
    },
    {
      name: 'block_id',
      referencedColumnName: 'id',
      foreignKeyConstraintName: 'block_versions_block_fkey',
    },
  ])
  block: Relation<Block>;
}
