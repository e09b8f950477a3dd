import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  UpdateDateColumn,
  type Relation,
} from 'typeorm';
import type { Json } from '../../../definition/json';
import type { VariableLifetime, VariableType } from '../../../definition/variables';
import { Workflow } from './workflow.entity';

/** A variable of a workflow, with what it holds now. */
@Entity('workflow_variables')
export class WorkflowVariable {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'workflow_variables_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'workflow_variables_pkey' })
  workflowId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'workflow_variables_pkey' })
  name: string;

  @Column('text')
  type: VariableType;

  @Column('text')
  lifetime: VariableLifetime;

  @Column('json', { nullable: true })
  defaultValue: Json;

  @Column('text', { default: '' })
  description: string;

  /** Null until something is written, and always with the lifetime `reset`. */
  @Column('json', { nullable: true })
  value: Json;

  /** How often its value was written. */
  @Column('int', { default: 0 })
  version: number;

  /** The run that wrote the value; null when a person did. */
  @Column('text', { nullable: true })
  lastRunId: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  @ManyToOne(() => Workflow, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'organization_id',
      referencedColumnName: 'organizationId',
      foreignKeyConstraintName: 'workflow_variables_workflow_fkey',
    },
    {
      name: 'workflow_id',
      referencedColumnName: 'id',
      foreignKeyConstraintName: 'workflow_variables_workflow_fkey',
    },
  ])
  workflow: Relation<Workflow>;
}
