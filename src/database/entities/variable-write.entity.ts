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
import type { VariableScope } from '../../../definition/variables';
import { Organization } from './organization.entity';

/** `set`: by a node. The others: by a person. */
export const VARIABLE_OPS = ['set', 'manual_set', 'manual_reset'] as const;
export type VariableOp = (typeof VARIABLE_OPS)[number];

/** One write of a variable. Stays when the variable is deleted. */
@Entity('variable_writes')
@Unique('variable_writes_once', ['organizationId', 'runId', 'path'])
@Index('variable_writes_by_variable', ['organizationId', 'workflowId', 'name', 'id'])
export class VariableWrite {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'variable_writes_pkey' })
  organizationId: string;

  /** A text, since it may be larger than a number holds exactly. */
  @PrimaryColumn('bigint', {
    primaryKeyConstraintName: 'variable_writes_pkey',
    generated: 'identity',
    generatedIdentity: 'BY DEFAULT',
  })
  id: string;

  /** Empty for an inline run. */
  @Column('text')
  workflowId: string;

  @Column('text')
  name: string;

  @Column('text')
  op: VariableOp;

  @Column('text')
  scope: VariableScope;

  @Column('json', { nullable: true })
  oldValue: Json;

  @Column('json', { nullable: true })
  newValue: Json;

  @Column('text', { nullable: true })
  runId: string | null;

  /** Address of the node. */
  @Column('text', { nullable: true })
  path: string | null;

  @Column('boolean', { default: false })
  isSimulation: boolean;

  @Column('timestamptz')
  writtenAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'variable_writes_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
