import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Grain } from './error-tally.entity';
import { Organization } from './organization.entity';

/** How many executions of an action took about how long, by the hour and again by the day. */
@Entity('latency_tallies')
export class LatencyTally {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'latency_tallies_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'latency_tallies_pkey' })
  type: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'latency_tallies_pkey' })
  grain: Grain;

  /** Its start, in UTC. */
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'latency_tallies_pkey' })
  bucket: Date;

  /** A span of latencies, each a quarter of a doubling wide. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'latency_tallies_pkey' })
  slot: number;

  /** Of a workflow that was private when this was counted; empty for all the others together. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'latency_tallies_pkey' })
  workflowId: string;

  @Column('int')
  count: number;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'latency_tallies_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
