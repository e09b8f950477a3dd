import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from './organization.entity';

export const NODE_KINDS = ['action', 'trigger'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** What nodes of one type did in an hour, in runs that have ended. */
@Entity('node_tallies')
export class NodeTally {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'node_tallies_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'node_tallies_pkey' })
  kind: NodeKind;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'node_tallies_pkey' })
  type: string;

  /** Its start, in UTC; of the nodes' own ends. */
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'node_tallies_pkey' })
  hour: Date;

  /** Of a workflow that was private when this was counted; empty for all the others together. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'node_tallies_pkey' })
  workflowId: string;

  @Column('int')
  executions: number;

  /** From start to end, of all together. */
  @Column('double precision')
  latencyMs: number;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'node_tallies_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
