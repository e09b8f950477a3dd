import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { RunError } from '../../../definition/progress';
import { Run } from './run.entity';

/** Why an attempt failed. */
@Entity('run_attempt_errors')
export class RunAttemptError {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_attempt_errors_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_attempt_errors_pkey' })
  runId: string;

  /** Number of the event that was the newest. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'run_attempt_errors_pkey' })
  afterSeq: number;

  /** Address of the node. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_attempt_errors_pkey' })
  path: string;

  @Column('text')
  nodeId: string;

  @Column('text')
  type: string;

  /** Counts those that really began, from 1. */
  @Column('int')
  attempt: number;

  @Column('json')
  error: RunError;

  @Column('timestamptz')
  at: Date;

  @ManyToOne(() => Run, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'organization_id',
      referencedColumnName: 'organizationId',
      foreignKeyConstraintName: 'run_attempt_errors_run_fkey',
    },
    {
      name: 'run_id',
      referencedColumnName: 'id',
      foreignKeyConstraintName: 'run_attempt_errors_run_fkey',
    },
  ])
  run: Relation<Run>;
}
