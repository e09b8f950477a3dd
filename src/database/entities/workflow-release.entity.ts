import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Workflow } from './workflow.entity';

/** That a version went live as a release. Never changed. */
@Entity('workflow_releases')
export class WorkflowRelease {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'workflow_releases_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'workflow_releases_pkey' })
  workflowId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'workflow_releases_pkey' })
  number: number;

  @Column('int')
  workflowVersion: number;

  @Column('text')
  kind: 'release' | 'revert';

  /** Of a revert to a release: its number. */
  @Column('int', { nullable: true })
  revertedTo: number | null;

  /** Id of the user or service account. */
  @Column('text')
  createdBy: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @ManyToOne(() => Workflow, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'organization_id',
      referencedColumnName: 'organizationId',
      foreignKeyConstraintName: 'workflow_releases_workflow_fkey',
    },
    {
      name: 'workflow_id',
      referencedColumnName: 'id',
      foreignKeyConstraintName: 'workflow_releases_workflow_fkey',
    },
  ])
  workflow: Relation<Workflow>;
}
