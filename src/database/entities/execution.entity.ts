import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  UpdateDateColumn,
  type Relation,
} from 'typeorm';
import type { JsonObject } from '../../../definition/json';
import { Workflow } from './workflow.entity';

/** A session around one run, which a client without an account follows. */
@Entity('executions')
@Unique('executions_token_hash_key', ['tokenHash'])
@Unique('executions_idempotency_key', ['organizationId', 'workflowId', 'idempotencyKey'])
export class Execution {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'executions_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'executions_pkey' })
  id: string;

  @Column('text')
  workflowId: string;

  /** Chosen before the run is started, so that a start that was cut off can be done again. */
  @Column('text')
  runId: string;

  @Column('text')
  sourceSystem: string;

  @Column('text')
  sourceEntityType: string;

  @Column('text', { nullable: true })
  sourceEntityId: string | null;

  @Column('text', { nullable: true })
  externalRef: string | null;

  @Column('text', { nullable: true })
  idempotencyKey: string | null;

  /** SHA-256 of the request that made it: the same key with another request is refused. */
  @Column('bytea')
  requestHash: Buffer;

  @Column('json')
  requestPayload: JsonObject;

  @Column('json', { nullable: true })
  clientSafeMetadata: JsonObject | null;

  /** SHA-256 of the client's token, which is shown once. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('timestamptz')
  tokenExpiresAt: Date;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  @ManyToOne(() => Workflow, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'organization_id',
      referencedColumnName: 'organizationId',
      foreignKeyConstraintName: 'executions_workflow_fkey',
    },
    {
      name: 'workflow_id',
      referencedColumnName: 'id',
      foreignKeyConstraintName: 'executions_workflow_fkey',
    },
  ])
  workflow: Relation<Workflow>;
}
