import {
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
import type { Json } from '../../../definition/json';
import { Organization } from './organization.entity';

export type DeliveryStatus = 'pending' | 'retrying' | 'success' | 'failure';

/** One request of a `send-webhook` node. */
@Entity('webhook_deliveries')
@Unique('webhook_deliveries_idempotency_key', ['organizationId', 'idempotencyKey'])
@Index('webhook_deliveries_by_creation', ['organizationId', 'createdAt', 'id'])
@Index('webhook_deliveries_unsettled', ['id'], { where: "status IN ('pending', 'retrying')" })
export class WebhookDelivery {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'webhook_deliveries_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'webhook_deliveries_pkey' })
  id: string;

  @Column('text')
  runId: string;

  @Column('text')
  workflowId: string;

  @Column('text')
  nodeId: string;

  @Column('text')
  idempotencyKey: string;

  @Column('text')
  url: string;

  /** JSON object of request headers, sealed. */
  @Column('bytea')
  requestHeaders: Buffer;

  @Column('json')
  requestBody: Json;

  @Column('text', { default: 'pending' })
  status: DeliveryStatus;

  /** Attempts after the first. */
  @Column('int', { default: 0 })
  retryCount: number;

  @Column('int')
  maxRetries: number;

  @Column('timestamptz', { nullable: true })
  nextRetryAt: Date | null;

  @Column('int', { nullable: true })
  responseStatus: number | null;

  @Column('json', { nullable: true })
  responseHeaders: Record<string, string> | null;

  @Column('text', { nullable: true })
  responseBody: string | null;

  @Column('text', { nullable: true })
  errorMessage: string | null;

  @Column('int', { nullable: true })
  durationMs: number | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'webhook_deliveries_organization_id_fkey',
  })
  organization: Relation<Organization>;
}
