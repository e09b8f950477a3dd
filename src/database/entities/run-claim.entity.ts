import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  type Relation,
} from 'typeorm';
import type { Json } from '../../../definition/json';
import { Run } from './run.entity';

export type ClaimKind = 'resume' | 'child' | 'timeout';

/** Who came first at a wait: the row's uniqueness decides. */
@Entity('run_claims')
@Unique('run_claims_id_key', ['organizationId', 'runId', 'id'])
@Index('run_claims_not_acked', ['createdAt'], {
  where: "acked_at IS NULL AND kind <> 'timeout'",
})
export class RunClaim {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_claims_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_claims_pkey' })
  runId: string;

  /** Address of the wait. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_claims_pkey' })
  path: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_claims_pkey' })
  kind: ClaimKind;

  /** Empty for a plain wait. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_claims_pkey' })
  name: string;

  @Column('text')
  id: string;

  @Column('json')
  payload: Json;

  /** `manual` or the trigger type that woke it. */
  @Column('text')
  source: string;

  @Column('timestamptz')
  createdAt: Date;

  /** When the run was told of it again. */
  @Column('timestamptz', { nullable: true })
  signalledAt: Date | null;

  /** When the run said that it has it; until then it is signalled again. */
  @Column('timestamptz', { nullable: true })
  ackedAt: Date | null;

  /** When its wait was over. */
  @Column('timestamptz', { nullable: true })
  consumedAt: Date | null;

  @ManyToOne(() => Run, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'organization_id',
      referencedColumnName: 'organizationId',
      foreignKeyConstraintName: 'run_claims_run_fkey',
    },
    {
      name: 'run_id',
      referencedColumnName: 'id',
      foreignKeyConstraintName: 'run_claims_run_fkey',
    },
  ])
  run: Relation<Run>;
}
