import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Workflow } from './workflow.entity';

/** What everybody together has started of a workflow. One row, whose lock puts starts in order. */
@Entity('public_run_quotas')
export class PublicRunQuota {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'public_run_quotas_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'public_run_quotas_pkey' })
  workflowId: string;

  /** The newest one in which a run was started, in UTC. */
  @Column('date')
  day: string;

  /** Started on that day. */
  @Column('int')
  runs: number;

  @Column('timestamptz')
  lastAt: Date;

  @ManyToOne(() => Workflow, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'organization_id',
      referencedColumnName: 'organizationId',
      foreignKeyConstraintName: 'public_run_quotas_workflow_fkey',
    },
    {
      name: 'workflow_id',
      referencedColumnName: 'id',
      foreignKeyConstraintName: 'public_run_quotas_workflow_fkey',
    },
  ])
  workflow: Relation<Workflow>;
}
