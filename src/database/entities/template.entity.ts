import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  UpdateDateColumn,
  type Relation,
} from 'typeorm';
import { Organization } from './organization.entity';

export const TEMPLATE_VISIBILITIES = ['org', 'public'] as const;
export type TemplateVisibility = (typeof TEMPLATE_VISIBILITIES)[number];

export const MODERATION_STATUSES = ['pending', 'approved', 'rejected'] as const;
export type ModerationStatus = (typeof MODERATION_STATUSES)[number];

/** A definition to make workflows from. What it holds is in its versions. */
@Entity('templates')
/** Other organizations name it by its id alone. */
@Unique('templates_id_key', ['id'])
@Unique('templates_slug_key', ['organizationId', 'slug'])
@Index('templates_by_update', ['organizationId', 'updatedAt', 'id'])
@Index('templates_by_source', ['organizationId', 'sourceWorkflowId'], {
  where: 'source_workflow_id IS NOT NULL',
})
@Index('templates_public', ['updatedAt', 'id'], {
  where: 'public_version IS NOT NULL AND archived_at IS NULL',
})
@Index('templates_pending', ['submittedAt', 'id'], {
  where: `moderation_status = 'pending' AND archived_at IS NULL`,
})
export class Template {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'templates_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'templates_pkey' })
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  visibility: TemplateVisibility;

  /** The newest version, which its own organization sees. */
  @Column('int')
  currentVersion: number;

  /** The version that everybody sees; null when it is not public, or was never approved. */
  @Column('int', { nullable: true })
  publicVersion: number | null;

  /** Of the newest version. What only the organization sees is always approved. */
  @Column('text')
  moderationStatus: ModerationStatus;

  @Column('text', { nullable: true })
  rejectionReason: string | null;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  reviewedAt: Date | null;

  @Column('text', { nullable: true })
  reviewedBy: string | null;

  /** Null when it is not promoted. */
  @Column('timestamptz', { nullable: true })
  promotedAt: Date | null;

  @Column('text', { nullable: true })
  promotedBy: string | null;

  @Column('text', { nullable: true })
  sourceWorkflowId: string | null;

  /** Workflows that were made from it, in all organizations. */
  @Column('int', { default: 0 })
  forkCount: number;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('text')
  createdBy: string;

  @Column('text')
  updatedBy: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'templates_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
