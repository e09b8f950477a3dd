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
import { Template } from './template.entity';

/** What a template held at one time: never changed. */
@Entity('template_versions')
// GIN indexes, which TypeORM can't declare.
@Index('template_versions_search', { synchronize: false })
@Index('template_versions_named', { synchronize: false })
@Index('template_versions_tags', { synchronize: false })
export class TemplateVersion {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'template_versions_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'template_versions_pkey' })
  templateId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'template_versions_pkey' })
  number: number;

  @Column('text')
  name: string;

  @Column('text')
  description: string;

  /** `json`, since `jsonb` forgets the order of keys. */
  @Column('json')
  definition: JsonObject;

  /** A list of `TemplateProp`. */
  @Column('json')
  templateProps: JsonObject[];

  /** Names of tags as they were written, and their slugs, in the same order. */
  @Column('text', { array: true })
  tags: string[];

  @Column('text', { array: true })
  tagSlugs: string[];

  @Column('text', { nullable: true })
  category: string | null;

  @Column('json', { nullable: true })
  tableSchemas: JsonObject | null;

  @Column('int', { nullable: true })
  maxRuns: number | null;

  @Column('int', { nullable: true })
  cooldownMs: number | null;

  @Column('json', { nullable: true })
  uiMetadata: JsonObject | null;

  @Column('text')
  createdBy: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  /** Words of its name, tags and description; a trigger of the table keeps it. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false })
  search: string | null;

  @ManyToOne(() => Template, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'organization_id',
      referencedColumnName: 'organizationId',
      foreignKeyConstraintName: 'template_versions_template_fkey',
    },
    {
      name: 'template_id',
      referencedColumnName: 'id',
      foreignKeyConstraintName: 'template_versions_template_fkey',
    },
  ])
  template: Relation<Template>;
}
