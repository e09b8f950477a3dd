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

/** A text that an organization knows: a policy, a glossary, a runbook. */
@Entity('organization_documents')
@Index('organization_documents_by_update', ['organizationId', 'updatedAt', 'id'])
// A GIN index, which TypeORM can't declare.
@Index('organization_documents_search', { synchronize: false })
export class OrganizationDocument {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'organization_documents_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'organization_documents_pkey' })
  id: string;

  @Column('text')
  title: string;

  @Column('text')
  content: string;

  /** Names of tags as they were written, and their slugs, in the same order. */
  @Column('text', { array: true })
  tags: string[];

  @Column('text', { array: true })
  tagSlugs: string[];

  @Column('text')
  createdBy: string;

  @Column('text')
  updatedBy: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  /** Words of its title, tags and content; a trigger of the table keeps it. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false })
  search: string | null;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'organization_documents_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
