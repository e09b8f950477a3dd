import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import type { JsonObject } from '../../../definition/json';
import type { Plan } from '../../../definition/plan/types';
import type { Outline } from '../../workflows/outline';
import { Workflow } from './workflow.entity';

/** One state of a definition: never changed, except that its plan is added. */
@Entity('workflow_versions')
export class WorkflowVersion {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'workflow_versions_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'workflow_versions_pkey' })
  workflowId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'workflow_versions_pkey' })
  number: number;

  /** Secrets replaced by references. `json`, since `jsonb` forgets the order of keys and refuses `\u0000`. */
  @Column('json')
  definition: JsonObject;

  /** Null until it is published or run. */
  @Column('json', { nullable: true })
  plan: Plan | null;

  /** What lists tell of the definition; null for versions from before there were outlines. */
  @Column('json', { nullable: true })
  outline: Outline | null;

  /** SHA-256 of the definition's JSON, hexadecimal. */
  @Column('text')
  contentHash: string;

  @Column('text', { nullable: true })
  createdBy: string | null;

  /** When it first went live; null for what only its organization has seen. */
  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @ManyToOne(() => Workflow, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'organization_id',
      referencedColumnName: 'organizationId',
      foreignKeyConstraintName: 'workflow_versions_workflow_fkey',
    },
    {
      name: 'workflow_id',
      referencedColumnName: 'id',
      foreignKeyConstraintName: 'workflow_versions_workflow_fkey',
    },
  ])
  workflow: Relation<Workflow>;
}
