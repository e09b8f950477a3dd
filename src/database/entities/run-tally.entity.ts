import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from './organization.entity';

/** Runs that ended in an hour, simulations left out. */
@Entity('run_tallies')
export class RunTally {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_tallies_pkey' })
  organizationId: string;

  /** Its start, in UTC. */
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'run_tallies_pkey' })
  hour: Date;

  /** Of a workflow that was private when this was counted; empty for all the others together. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_tallies_pkey' })
  workflowId: string;

  @Column('int')
  total: number;

  @Column('int')
  success: number;

  @Column('int')
  partial: number;

  @Column('int')
  failure: number;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'run_tallies_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
