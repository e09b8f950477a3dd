import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  UpdateDateColumn,
  type Relation,
} from 'typeorm';
import { Organization } from './organization.entity';

/** A part of a workflow that several use. What it holds is in its versions. */
@Entity('blocks')
@Index('blocks_by_update', ['organizationId', 'updatedAt', 'id'])
export class Block {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'blocks_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'blocks_pkey' })
  id: string;

  /** The newest version, which a node takes that names none. */
  @Column('int')
  currentVersion: number;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('text')
  createdBy: string;

  @Column('text')
  updatedBy: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'blocks_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
