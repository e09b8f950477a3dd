import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** A request that may be sent again: what it was, and what it was answered. */
@Entity('idempotency_keys')
@Index('idempotency_keys_by_time', ['createdAt'])
export class IdempotencyKey {
  /** Empty for what a person does in no organization. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_keys_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_keys_pkey' })
  principalId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_keys_pkey' })
  operation: string;

  /** SHA-256 of the key. The key itself is not kept: it salts the hash of the request. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'idempotency_keys_pkey' })
  keyHash: Buffer;

  /** SHA-256 of key, path and body. */
  @Column('bytea')
  requestHash: Buffer;

  /** Which of several requests with the key carries it out. */
  @Column('text')
  attempt: string;

  /** How the ids end of what the request makes, however often it is carried out. */
  @Column('text')
  idEnding: string;

  /** Sealed, since it may hold a secret that is shown once; null while it is carried out. */
  @Column('bytea', { nullable: true })
  answer: Buffer | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
