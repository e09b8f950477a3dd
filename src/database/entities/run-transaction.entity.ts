import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from './organization.entity';

/** A run whose trigger was given a transaction. Written before the run, so it may stand for none. */
@Entity('run_transactions')
@Index('run_transactions_by_hash', ['txHash'])
export class RunTransaction {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_transactions_pkey' })
  organizationId: string;

  /** Hexadecimal ones in lower case. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_transactions_pkey' })
  txHash: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_transactions_pkey' })
  runId: string;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'run_transactions_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
