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
import type { JsonObject } from '../../../definition/json';
import type { EventType } from '../../../definition/progress';
import { Run } from './run.entity';

/** One entry of a run's stream. */
@Entity('run_events')
@Index('run_events_feed', ['organizationId', 'xid'], {
  where: `left(type, 4) = 'run_'`,
})
@Unique('run_events_key_key', ['organizationId', 'runId', 'key'])
@Index('run_events_charged', ['organizationId', 'xid'], { where: 'cu > 0' })
export class RunEvent {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_events_pkey' })
  organizationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'run_events_pkey' })
  runId: string;

  /** 1, 2, 3 ... without gaps. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'run_events_pkey' })
  seq: number;

  /** What it was called before it had a number: an event that arrives twice is stored once. */
  @Column('text')
  key: string;

  @Column('text')
  type: EventType;

  /** The event as a stream sends it. `json`, since `jsonb` refuses `\u0000` in a result. */
  @Column('json')
  data: JsonObject;

  @Column('timestamptz')
  at: Date;

  /** Writing transaction: a cursor over many runs must not pass one that is still open. */
  @Column('xid8' as 'text', { default: () => 'pg_current_xact_id()' })
  xid: string;

  /** What it costs, in compute units: 0 unless it settles a node. */
  @Column('int', { default: 0 })
  cu: number;

  @ManyToOne(() => Run, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'organization_id',
      referencedColumnName: 'organizationId',
      foreignKeyConstraintName: 'run_events_run_fkey',
    },
    {
      name: 'run_id',
      referencedColumnName: 'id',
      foreignKeyConstraintName: 'run_events_run_fkey',
    },
  ])
  run: Relation<Run>;
}
