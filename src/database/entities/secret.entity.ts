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

/**
 * Whose it is: of a definition, which names it as `{ "$secret": "sec_..." }`, or of the organization itself, which
 * no definition can name.
 */
export type SecretKind = 'definition' | 'organization';

/** A value that is stored sealed. */
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

  @Column('text', { default: 'definition' })
  kind: SecretKind;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'secrets_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
