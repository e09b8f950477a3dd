import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { NodeKind } from './node-tally.entity';
import { Organization } from './organization.entity';

/** What nodes of one type have done so far, and how many workflows have one now. */
@Entity('node_totals')
export class NodeTotal {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'node_totals_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'node_totals_pkey' })
  kind: NodeKind;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'node_totals_pkey' })
  type: string;

  /** Of a workflow that was private when this was counted; empty for all the others together. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'node_totals_pkey' })
  workflowId: string;

  @Column('int', { default: 0 })
  executions: number;

  @Column('int', { default: 0 })
  succeeded: number;

  /** From start to end, of all together. */
  @Column('double precision', { default: 0 })
  latencyMs: number;

  /** Those that are not archived, by the version that they show. */
  @Column('int', { default: 0 })
  workflows: number;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'node_totals_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
