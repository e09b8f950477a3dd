import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Organization } from './organization.entity';

/** A value that definitions name as `{ "$secret": "sec_..." }`. */
@Entity('secrets')
@Index('secrets_by_key', ['keyId'])
export class Secret {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'secrets_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'secrets_pkey' })
  id: string;

  @Column('bytea')
  sealed: Buffer;

  /** The environment's key that wraps its data key: what is left to do when keys rotate. */
  @Column('text')
  keyId: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'secrets_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
