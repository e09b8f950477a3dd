import type { Pool } from 'pg';
import type {
  AttemptDecision,
  AttemptSuccess,
  BeginAttempt,
  RunRecord,
} from '../../activities/deps';
import type { Json } from '../../definition/json';
import { isTerminal, type ProgressEvent, type RunError } from '../../definition/progress';
import { newId } from '../database/ids';
import type { ChildRuns } from './child-runs';
import { endEvent } from './end-event';
import { eventParameters, eventsParameters, iso, json } from './event-parameters';
import type { Price } from './price';
import { BEGIN, BEGIN_ALONE, CLAIM_TIMEOUT, END, FLUSH, RELEASE, run, SUCCEED } from './statements';
import type {
  ChildTask,
  ClaimTimeoutTask,
  FlushTask,
  PreparedChild,
  ReleaseTask,
  RunReference,
  TimeoutDecision,
} from './types';

/** What is done after a write is committed. Both may fail: what they say is found out otherwise, later. */
export interface AfterWrite {
  /** Wakes the readers of the run's stream. */
  changed(runId: string): void;
  /** Tells a waiting parent that its child has ended. */
  childEnded(parent: ChildEnd): void;
}

export interface ChildEnd {
  organizationId: string;
  /** The parent. */
  runId: string;
  claim: { id: string; address: string; payload: Json; source: 'child' };
}

/** The record in PostgreSQL: each call is one statement, which locks the run, decides and writes. */
export class PgRunRecord implements RunRecord {
  constructor(
    private readonly pool: Pool,
    private readonly children: ChildRuns,
    private readonly after: AfterWrite,
    private readonly price: Price,
  ) {}

  async begin(task: BeginAttempt): Promise<AttemptDecision> {
    const { run: reference, node, carried } = task;
    const started: ProgressEvent = {
      key: '',
      type: 'node_started',
      at: task.at,
      status: 'running',
      nodeId: node.id,
      path: node.address,
      nodeType: node.type,
      input: task.input,
      attempt: 1,
    };
    const alone = carried.events.length === 0 && carried.acks.length === 0;
    const [row] = await run<{ kind: AttemptDecision['kind']; number: number; value: Json }>(
      this.pool,
      alone ? BEGIN_ALONE : BEGIN,
      [
        ...ids(reference),
        ...(alone
          ? []
          : [...eventsParameters(reference, carried.events, this.price), carried.acks]),
        ...eventParameters(reference, started, this.price),
        task.attempt,
        task.maxAttempts,
        task.safeToRepeat,
      ],
    );
    if (!row) throw new Error('The record gave no answer.');
    this.after.changed(reference.runId);
    switch (row.kind) {
      case 'proceed':
        return { kind: 'proceed', number: row.number };
      case 'recorded':
        return { kind: 'recorded', result: row.value };
      case 'exhausted':
        return row.value === null
          ? { kind: 'exhausted' }
          : { kind: 'exhausted', error: row.value as unknown as RunError };
      case 'outcome-unknown':
      case 'run-ended':
      case 'unknown-run':
        return { kind: row.kind };
    }
  }

  async succeed({ run: reference, node, attempt, result, at }: AttemptSuccess): Promise<boolean> {
    const completed: ProgressEvent = {
      key: `success:${node.address}`,
      type: 'node_completed',
      at,
      status: 'success',
      nodeId: node.id,
      path: node.address,
      nodeType: node.type,
      result,
    };
    const [row] = await run<{ written: boolean }>(this.pool, SUCCEED, [
      ...ids(reference),
      ...eventParameters(reference, completed, this.price),
      attempt,
    ]);
    if (row?.written !== true) return false;
    this.after.changed(reference.runId);
    return true;
  }

  async release({ run: reference, address, attempt, error }: ReleaseTask): Promise<void> {
    await run(this.pool, RELEASE, [...ids(reference), address, attempt, json(error)]);
  }

  async flush(task: FlushTask, executionId?: string): Promise<boolean> {
    const { run: reference, end } = task;
    const written = end
      ? await this.end(task, end, executionId)
      : await this.progress(task, executionId);
    this.after.changed(reference.runId);
    return written;
  }

  async claimTimeout(task: ClaimTimeoutTask): Promise<TimeoutDecision> {
    const [row] = await run<{
      claim_id: string;
      claim_name: string;
      claim_payload: Json;
      claim_source: string;
    }>(this.pool, CLAIM_TIMEOUT, [...ids(task.run), task.address, newId('clm'), task.known]);
    if (!row) return { winner: 'timeout' };
    return {
      winner: 'resume',
      claim: {
        id: row.claim_id,
        ...(row.claim_name !== '' && { name: row.claim_name }),
        payload: row.claim_payload,
        source: row.claim_source,
      },
    };
  }

  async prepareChild(task: ChildTask): Promise<PreparedChild> {
    const child = await this.children.prepare(task);
    this.after.changed(task.run.runId);
    return child;
  }

  private async progress(
    { run: reference, carried }: FlushTask,
    executionId: string | undefined,
  ): Promise<boolean> {
    const [row] = await run<{ written: boolean }>(this.pool, FLUSH, [
      ...ids(reference),
      ...eventsParameters(reference, carried.events, this.price),
      carried.acks,
      executionId ?? null,
    ]);
    return row?.written === true;
  }

  private async end(
    { run: reference, carried }: FlushTask,
    end: NonNullable<FlushTask['end']>,
    executionId: string | undefined,
  ): Promise<boolean> {
    const events = carried.events.some(({ type }) => isTerminal(type))
      ? carried.events
      : [...carried.events, endEvent(end)];
    const [row] = await run<EndRow>(this.pool, END, [
      ...ids(reference),
      ...eventsParameters(reference, events, this.price),
      carried.acks,
      end.status,
      json(end.error),
      json(end.output),
      iso(end.at),
      executionId ?? null,
    ]);
    if (row?.claim_run) {
      this.after.childEnded({
        organizationId: reference.organizationId,
        runId: row.claim_run,
        claim: {
          id: row.claim_id,
          address: row.claim_path,
          payload: row.claim_payload,
          source: 'child',
        },
      });
    }
    return row?.written === true;
  }
}

interface EndRow {
  written: boolean;
  /** Null unless a parent waits for the run. */
  claim_run: string | null;
  claim_path: string;
  claim_id: string;
  claim_payload: Json;
}

function ids(reference: RunReference): [string, string] {
  return [reference.organizationId, reference.runId];
}
