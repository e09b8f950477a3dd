import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A large payload of Temporal's, by its content. Temporal tells the storage driver a workflow id and
 * no organization, so `organizationId` is empty here: the one table that does not divide by it. A hash
 * is known only to who has the content or the run's history.
 */
@Entity('payload_blobs')
export class PayloadBlob {
  @PrimaryColumn('text', { default: '', primaryKeyConstraintName: 'payload_blobs_pkey' })
  organizationId: string;

  /** SHA-256 of the bytes. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'payload_blobs_pkey' })
  hash: Buffer;

  @Column('bytea')
  bytes: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  /** To the day. */
  @Column('timestamptz', { default: () => 'now()' })
  lastUsedAt: Date;
}
