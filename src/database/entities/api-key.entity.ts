import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  type Relation,
} from 'typeorm';
import type { KeyScope } from '../../auth/permissions';
import { Organization } from './organization.entity';

@Entity('api_keys')
@Unique('api_keys_hash_key', ['hash'])
@Index('api_keys_by_creation', ['organizationId', 'createdAt', 'id'])
@Check('api_keys_has_one_owner', '(user_id IS NULL) <> (service_account_id IS NULL)')
export class ApiKey {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'api_keys_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'api_keys_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  description: string | null;

  /** SHA-256 of the key. The key itself is shown once and kept nowhere. */
  @Column('bytea')
  hash: Buffer;

  /** The first characters of the key, by which people know it again. */
  @Column('text')
  prefix: string;

  @Column('text')
  scope: KeyScope;

  /** The user that acts through it; null when a service account does. */
  @Column('text', { nullable: true })
  userId: string | null;

  /** The service account that acts through it; kept when the account is gone. */
  @Column('text', { nullable: true })
  serviceAccountId: string | null;

  @Column('text', { nullable: true })
  createdBy: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;

  @Column('text', { nullable: true })
  lastUsedIp: string | null;

  @Column('text', { nullable: true })
  lastUsedUserAgent: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'api_keys_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
