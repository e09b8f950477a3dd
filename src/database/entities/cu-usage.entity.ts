import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from './organization.entity';

/** What the nodes of one type have cost on one day, as far as it is settled. */
@Entity('cu_usage')
export class CuUsage {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'cu_usage_pkey' })
  organizationId: string;

  /** In UTC, such as `2026-01-31`. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'cu_usage_pkey' })
  day: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'cu_usage_pkey' })
  nodeType: string;

  @Column('int')
  count: number;

  @Column('bigint')
  cu: string;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'cu_usage_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
