import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Json, JsonObject } from '../../../definition/json';
import type { NodeStatus, RunError } from '../../../definition/progress';
import { Run } from './run.entity';

/** What the events of a run say of one node address, kept beside them for reading. */
@Entity('run_nodes')
export class RunNode {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_nodes_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_nodes_pkey' })
  runId: string;

  /** Address, such as `loop[3]/approve`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_nodes_pkey' })
  path: string;

  @Column('text')
  nodeId: string;

  @Column('text')
  type: string;

  @Column('text')
  status: NodeStatus;

  /** Resolved payload, secrets masked. */
  @Column('json', { nullable: true })
  input: JsonObject | null;

  @Column('json', { nullable: true })
  result: Json;

  /** Of the node, or of its last released attempt while it is tried again. */
  @Column('json', { nullable: true })
  error: RunError | null;

  @Column('text', { nullable: true })
  branch: string | null;

  /** Temporal's number of the newest attempt; 0 for what runs inline. */
  @Column('int', { default: 0 })
  attempt: number;

  /** Attempts that really began. */
  @Column('int', { default: 0 })
  attempts: number;

  /** An attempt has begun and has neither succeeded nor been released. */
  @Column('boolean', { default: false })
  attemptOpen: boolean;

  /** Number of its first event: the order in which nodes were reached. */
  @Column('int')
  firstSeq: number;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  /** When a timer wakes it. */
  @Column('timestamptz', { nullable: true })
  wakeAt: Date | null;

  /** Its success was taken over from the run that this one retries. */
  @Column('boolean', { default: false })
  reused: boolean;

  @ManyToOne(() => Run, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'organization_id',
      referencedColumnName: 'organizationId',
      foreignKeyConstraintName: 'run_nodes_run_fkey',
    },
    {
      name: 'run_id',
      referencedColumnName: 'id',
      foreignKeyConstraintName: 'run_nodes_run_fkey',
    },
  ])
  run: Relation<Run>;
}
