import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Workflow } from './workflow.entity';

export type UseKind = 'node' | 'connector' | 'workflow' | 'block';

/**
 * What a workflow is found by: the types of its nodes and connectors, the workflows that it starts, its blocks. It is
 * that of the version shown; links and blocks also count those of the live version.
 */
@Entity('workflow_uses')
@Index('workflow_uses_by_workflow', ['organizationId', 'workflowId'])
export class WorkflowUse {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'workflow_uses_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'workflow_uses_pkey' })
  kind: UseKind;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'workflow_uses_pkey' })
  name: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'workflow_uses_pkey' })
  workflowId: string;

  @ManyToOne(() => Workflow, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'organization_id',
      referencedColumnName: 'organizationId',
      foreignKeyConstraintName: 'workflow_uses_workflow_fkey',
    },
    {
      name: 'workflow_id',
      referencedColumnName: 'id',
      foreignKeyConstraintName: 'workflow_uses_workflow_fkey',
    },
  ])
  workflow: Relation<Workflow>;
}
