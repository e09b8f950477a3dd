import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Organization } from './organization.entity';

/** `grant`: what a month brings. `deposit`: what an administrator adds. `adjustment`: all else. */
export type CuEntryKind = 'grant' | 'deposit' | 'adjustment';

/** A change of an account that is no usage. */
@Entity('cu_entries')
export class CuEntry {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'cu_entries_pkey' })
  organizationId: string;

  /** Sorts by time. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'cu_entries_pkey' })
  id: string;

  @Column('text')
  kind: CuEntryKind;

  /** Negative when something is taken away. */
  @Column('bigint')
  amount: string;

  @Column('text')
  reason: string;

  /** Id of the administrator; null for the service itself. */
  @Column('text', { nullable: true })
  createdBy: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'cu_entries_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
