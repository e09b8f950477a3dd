import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const AUDIT_OUTCOMES = ['pending', 'done', 'failed', 'refused'] as const;
/** `pending`: under way, or its process died and nobody knows what came of it. */
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

export const AUDIT_ACTORS = ['user', 'service_account', 'run', 'anonymous', 'system'] as const;
/** `system`: the service by itself. */
export type AuditActor = (typeof AUDIT_ACTORS)[number];

/** Somebody's change, or what somebody was refused. It refers to nothing, since it outlives what it tells of. */
@Entity('audit_entries')
@Index('audit_entries_by_time', ['at'])
@Index('audit_entries_by_actor', ['organizationId', 'actorId', 'id'])
@Index('audit_entries_by_operation', ['organizationId', 'operation', 'id'])
@Index('audit_entries_by_resource', ['organizationId', 'resourceId', 'id'])
@Index('audit_entries_by_type', ['organizationId', 'resourceType', 'id'])
@Index('audit_entries_not_done', ['organizationId', 'outcome', 'id'], {
  where: "outcome <> 'done'",
})
@Index('audit_entries_folded', ['organizationId', 'foldKey'], {
  unique: true,
  where: 'fold_key IS NOT NULL',
})
@Index('audit_entries_by_run', ['organizationId', 'runId', 'id'], { where: 'run_id IS NOT NULL' })
export class AuditEntry {
  /** Empty for what people do in no organization. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'audit_entries_pkey' })
  organizationId: string;

  /** Sorts by time. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'audit_entries_pkey' })
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  outcome: AuditOutcome;

  @Column('text')
  actorType: AuditActor;

  /** Of a run, for what its nodes were refused. */
  @Column('text', { nullable: true })
  actorId: string | null;

  @Column('text', { nullable: true })
  credentialType: 'session' | 'oidc' | 'api_key' | null;

  @Column('text', { nullable: true })
  credentialId: string | null;

  @Column('text')
  operation: string;

  @Column('text')
  resourceType: string;

  @Column('text', { nullable: true })
  resourceId: string | null;

  /** Fields that were sent, with values where they can't be secrets. */
  @Column('json', { nullable: true })
  changes: Record<string, unknown> | null;

  /** Code of the error; of a run's node its name. */
  @Column('text', { nullable: true })
  code: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  runId: string | null;

  @Column('text', { nullable: true })
  requestId: string | null;

  @Column('text', { nullable: true })
  clientIp: string | null;

  @Column('text', { nullable: true })
  userAgent: string | null;

  /** How many refusals the row stands for. */
  @Column('int', { default: 1 })
  count: number;

  /** Of refusals: those of one organization with the same key are one row, the first. */
  @Column('text', { nullable: true })
  foldKey: string | null;
}
