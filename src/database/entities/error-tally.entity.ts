import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from './organization.entity';

/** A long range is read by its whole days, and by the hours at its edges. */
export type Grain = 'hour' | 'day';

/** How often runs failed with an error, by the hour and again by the day. */
@Entity('error_tallies')
export class ErrorTally {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'error_tallies_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'error_tallies_pkey' })
  grain: Grain;

  /** Its start, in UTC. */
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'error_tallies_pkey' })
  bucket: Date;

  /** The message, with `#` for ids and long numbers. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'error_tallies_pkey' })
  error: string;

  /** Of a workflow that was private when this was counted; empty for all the others together. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'error_tallies_pkey' })
  workflowId: string;

  @Column('int')
  count: number;

  @Column('timestamptz')
  lastAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'error_tallies_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
