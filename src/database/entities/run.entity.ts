import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  type Relation,
} from 'typeorm';
import type { Json, JsonObject } from '../../../definition/json';
import type { Plan } from '../../../definition/plan/types';
import type { RunError, RunStatus } from '../../../definition/progress';
import type { OrganizationContext } from '../../../definition/organization';
import type { RunVariable } from '../../../definition/variables';
import { Organization } from './organization.entity';

@Entity('runs')
/** A run's id is its Temporal workflow id, so it is unique over all organizations. */
@Unique('runs_id_key', ['id'])
@Index('runs_by_start', ['organizationId', 'startedAt', 'id', 'workflowId'])
@Index('runs_by_workflow', ['organizationId', 'workflowId', 'startedAt', 'id'])
@Index('runs_by_workflow_status', [
  ...['organizationId', 'workflowId', 'status', 'startedAt', 'id'],
])
@Index('runs_by_status', ['organizationId', 'status', 'startedAt', 'id', 'workflowId'])
@Index('runs_by_parent', ['organizationId', 'parentRunId'], {
  where: 'parent_run_id IS NOT NULL',
})
@Index('runs_not_started', ['startedAt'], {
  where: 'workflow_started_at IS NULL AND NOT ended',
})
@Index('runs_open', ['id'], { where: 'NOT ended' })
@Index('runs_open_by_start', ['organizationId', 'startedAt'], { where: 'NOT ended' })
@Index('runs_not_tallied', ['finishedAt'], {
  where: 'ended AND NOT is_simulation AND tallied_end IS DISTINCT FROM finished_at',
})
@Index('runs_to_cancel', ['cancelRequestedAt'], {
  where: 'cancel_requested_at IS NOT NULL AND NOT ended',
})
export class Run {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'runs_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'runs_pkey' })
  id: string;

  /** Empty for an inline run, so there is no foreign key. */
  @Column('text')
  workflowId: string;

  @Column('int')
  workflowVersion: number;

  /** Inline runs only: the others read it from their version. */
  @Column('json', { nullable: true })
  definition: JsonObject | null;

  /** Inline runs only: the others read it from their version. */
  @Column('json', { nullable: true })
  plan: Plan | null;

  @Column('text')
  status: RunStatus;

  @Column('text')
  triggerNodeId: string;

  /** The payload as it was given. */
  @Column('json')
  triggerPayload: Json;

  @Column('json')
  triggerResult: Json;

  @Column('json')
  propValues: JsonObject;

  /** The variables as it found them; null when its plan needs none. */
  @Column('json', { nullable: true })
  variables: RunVariable[] | null;

  /** The organization as it found it; null when its plan does not read it. */
  @Column('json', { nullable: true })
  organizationContext: OrganizationContext | null;

  /** What started it: `manual`, `api`, `trigger-workflow`, `retry` ... */
  @Column('text')
  triggerSource: string;

  /** Id of the API key or of the run that started it. */
  @Column('text', { nullable: true })
  triggeredBy: string | null;

  /** The run that this one retries. */
  @Column('text', { nullable: true })
  sourceRunId: string | null;

  @Column('boolean')
  isSimulation: boolean;

  /** Simulations only: results by node address. */
  @Column('json', { nullable: true })
  mocks: JsonObject | null;

  @Column('text', { nullable: true })
  parentRunId: string | null;

  /** Address of the node that started it in the parent. */
  @Column('text', { nullable: true })
  parentPath: string | null;

  /** Whether the parent waits for its end. */
  @Column('boolean')
  parentWaits: boolean;

  /** Levels of `trigger-workflow` above it. */
  @Column('int')
  depth: number;

  /** Number of the newest event. */
  @Column('int', { default: 0 })
  lastSeq: number;

  /** Sum of what its events cost, in compute units. */
  @Column('int', { default: 0 })
  cu: number;

  @Column('timestamptz')
  startedAt: Date;

  /** When Temporal acknowledged the start. */
  @Column('timestamptz', { nullable: true })
  workflowStartedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelRequestedAt: Date | null;

  /** After this nothing of the run is written any more. */
  @Column('boolean', { default: false })
  ended: boolean;

  /** Temporal's id of the execution that ended it; null when it was ended from outside. */
  @Column('text', { nullable: true })
  endedBy: string | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @Column('json', { nullable: true })
  error: RunError | null;

  @Column('json', { nullable: true })
  output: JsonObject | null;

  /** The `finishedAt` and the status with which it stands in the tallies. */
  @Column('timestamptz', { nullable: true })
  talliedEnd: Date | null;

  @Column('text', { nullable: true })
  talliedStatus: RunStatus | null;

  /** Whether it was counted apart, as its workflow was private. */
  @Column('boolean', { default: false })
  talliedPrivate: boolean;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'runs_organization_id_fkey' })
  organization: Relation<Organization>;
}
