import { Column, CreateDateColumn, Entity, PrimaryColumn, Unique, UpdateDateColumn } from 'typeorm';

@Entity('organizations')
@Unique('organizations_slug_key', ['slug'])
export class Organization {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'organizations_pkey' })
  id: string;

  @Column('text')
  name: string;

  /** Lower-case letters, digits and hyphens; unique. */
  @Column('text', { default: () => 'gen_random_uuid()' })
  slug: string;

  @Column('text', { nullable: true })
  description: string | null;

  /** URL of a picture. */
  @Column('text', { nullable: true })
  photo: string | null;

  /** Null for the one that the first start made. */
  @Column('text', { nullable: true })
  createdBy: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  /** Since then nobody gets in; what happened before stays on record. */
  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  @Column('text', { nullable: true })
  deletedBy: string | null;
}
