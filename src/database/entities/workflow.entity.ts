import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  UpdateDateColumn,
  type Relation,
} from 'typeorm';
import type { JsonObject } from '../../../definition/json';
import { Organization } from './organization.entity';

export type WorkflowStatus = 'draft' | 'active' | 'paused' | 'archived';
export type WorkflowVisibility = 'private' | 'org' | 'public_view' | 'public_execute';

/** What a page that embeds a workflow shows. */
export interface WidgetConfig {
  title: string;
  description: string;
  buttonLabel: string;
  /** In the smallest unit of its token; text, since it may not fit a number. */
  minAmount?: string;
  maxAmount?: string;
}

@Entity('workflows')
@Index('workflows_by_update', ['organizationId', 'updatedAt', 'id'])
@Index('workflows_public', ['id'], {
  where: "visibility IN ('public_view', 'public_execute')",
})
// GIN indexes, which TypeORM can't declare.
@Index('workflows_search', { synchronize: false })
@Index('workflows_named', { synchronize: false })
@Index('workflows_text', { synchronize: false })
@Index('workflows_not_tallied', ['id'], {
  where: `tallied_version IS DISTINCT FROM CASE WHEN status = 'archived' THEN 0
    ELSE coalesce(draft_version, live_version, current_version) END
    OR tallied_private IS DISTINCT FROM (visibility = 'private')`,
})
@Index('workflows_by_template', ['sourceTemplateId'], { where: 'source_template_id IS NOT NULL' })
@Index('workflows_private', ['organizationId', 'id', 'ownerUserId'], {
  where: "visibility = 'private'",
})
@Index('workflows_by_creation', ['organizationId', 'createdAt', 'id'])
@Index('workflows_by_status', ['organizationId', 'status', 'type', 'visibility', 'ownerUserId'])
@Index('workflows_by_type', ['organizationId', 'type', 'updatedAt', 'id'])
@Index('workflows_by_owner', ['organizationId', 'ownerUserId', 'updatedAt', 'id'])
@Index('workflows_by_author', ['organizationId', 'createdBy', 'updatedAt', 'id'])
@Index('workflows_archived', ['organizationId', 'updatedAt', 'id'], {
  where: "status = 'archived'",
})
@Index('workflows_shown', ['organizationId', 'updatedAt', 'id'], {
  where: "visibility IN ('public_view', 'public_execute')",
})
// On `lower(name)`, which TypeORM has no word for.
@Index('workflows_by_name', { synchronize: false })
export class Workflow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'workflows_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'workflows_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text', { default: '' })
  description: string;

  @Column('text', { default: 'draft' })
  status: WorkflowStatus;

  /** Type of the trigger that starts it. */
  @Column('text')
  type: string;

  @Column('text', { default: 'org' })
  visibility: WorkflowVisibility;

  /** Number of the newest version. */
  @Column('int')
  currentVersion: number;

  /** The version that is edited; null when nothing has changed since the last publish. */
  @Column('int', { nullable: true })
  draftVersion: number | null;

  /** The version that triggers run; null when it was never published. */
  @Column('int', { nullable: true })
  liveVersion: number | null;

  /** Secret of its webhook and resume addresses, sealed. */
  @Column('bytea', { nullable: true })
  triggerSecret: Buffer | null;

  @Column('int', { nullable: true })
  cooldownMs: number | null;

  @Column('int', { nullable: true })
  maxRuns: number | null;

  @Column('int', { nullable: true })
  remainRuns: number | null;

  /** Between two runs that everybody together may start. */
  @Column('int', { nullable: true })
  publicRunCooldownSeconds: number | null;

  /** Runs that everybody together may start in a day, in UTC. */
  @Column('int', { nullable: true })
  publicRunDailyLimit: number | null;

  /** Null while there is none. */
  @Column('json', { nullable: true })
  widget: WidgetConfig | null;

  @Column('text', { nullable: true })
  pausedReason: string | null;

  /** Since then its failures in a row are counted. */
  @Column('timestamptz', { nullable: true })
  activeSince: Date | null;

  /** Name and description that were made out of its definition. */
  @Column('text', { nullable: true })
  aiName: string | null;

  @Column('text', { nullable: true })
  aiDescription: string | null;

  @Column('json', { nullable: true })
  uiMetadata: JsonObject | null;

  /** The template that it was made from; the template may be another organization's. */
  @Column('text', { nullable: true })
  sourceTemplateId: string | null;

  /** Id of the user or service account that made it. */
  @Column('text', { nullable: true })
  createdBy: string | null;

  /** Id of the member that answers for it, at first of the user or service account that made it. */
  @Column('text', { nullable: true })
  ownerUserId: string | null;

  /** Id of the user or service account that changed it last. */
  @Column('text', { nullable: true })
  updatedBy: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  /** When its last run was started that no person asked for, while it had limits. */
  @Column('timestamptz', { nullable: true })
  lastTriggeredAt: Date | null;

  /** The version that stands in the tallies, 0 once it is archived. */
  @Column('int', { nullable: true })
  talliedVersion: number | null;

  /** What it is counted for, such as `action log`. */
  @Column('text', { array: true, nullable: true })
  talliedTypes: string[] | null;

  /** Whether it was private when it was counted. */
  @Column('boolean', { default: false })
  talliedPrivate: boolean;

  /** Words of its name, type and description; a trigger of the table keeps it. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false })
  search: string | null;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'workflows_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
