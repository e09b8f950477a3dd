import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A request that an API key made. Kept without a reference to the key: it outlives what it tells of. */
@Entity('api_requests')
@Index('api_requests_by_time', ['createdAt'])
@Index('api_requests_by_key', ['organizationId', 'apiKeyId', 'id'])
@Index('api_requests_by_principal', ['organizationId', 'principalId', 'id'])
export class ApiRequest {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'api_requests_pkey' })
  organizationId: string;

  /** Sorts by time. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'api_requests_pkey' })
  id: string;

  @Column('text')
  apiKeyId: string;

  @Column('text')
  principalType: 'user' | 'service_account';

  @Column('text')
  principalId: string;

  @Column('text')
  requestId: string;

  @Column('text')
  method: string;

  /** Without the query, which may hold secrets. */
  @Column('text')
  path: string;

  @Column('text')
  routePattern: string;

  @Column('int')
  statusCode: number;

  @Column('int')
  durationMs: number;

  @Column('text', { nullable: true })
  clientIp: string | null;

  @Column('text', { nullable: true })
  userAgent: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
