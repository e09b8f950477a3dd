import type { Pool } from 'pg';
import { ActionError } from '../../activities/action';
import type {
  AttemptDecision,
  AttemptSuccess,
  BeginAttempt,
  RunRecord,
} from '../../activities/deps';
import type { Json } from '../../definition/json';
import { isTerminal } from '../../definition/progress';
import { newId } from '../database/ids';
import { Attempts } from './attempts';
import type { ChildRuns } from './child-runs';
import { endEvent } from './end-event';
import { eventsParameters, iso, json } from './event-parameters';
import type { Price } from './price';
import {
  CLAIM_TIMEOUT,
  END,
  FLUSH,
  NOTE_REFUSAL,
  REFUSED_CODES,
  RELEASE,
  RELEASE_REFUSED,
  run,
  SETTLE,
} from './statements';
import type {
  ChildTask,
  ClaimTimeoutTask,
  FlushTask,
  PreparedChild,
  ReleaseTask,
  RunReference,
  Settlement,
  SettleTask,
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

/** The record in PostgreSQL: each call is one statement or part of one, which locks the run, decides and writes. */
export class PgRunRecord implements RunRecord {
  private readonly attempts: Attempts;

  constructor(
    private readonly pool: Pool,
    private readonly children: ChildRuns,
    private readonly after: AfterWrite,
    private readonly price: Price,
  ) {
    this.attempts = new Attempts(pool, price);
  }

  async begin(task: BeginAttempt): Promise<AttemptDecision> {
    const decision = await this.attempts.begin(task);
    this.after.changed(task.run.runId);
    return decision;
  }

  async succeed(task: AttemptSuccess): Promise<boolean> {
    const written = await this.attempts.succeed(task);
    if (written) this.after.changed(task.run.runId);
    return written;
  }

  async release({ run: reference, address, attempt, error }: ReleaseTask): Promise<void> {
    const values = [...ids(reference), address, attempt, json(error)];
    if (!REFUSED_CODES.has(error.code)) {
      await run(this.pool, RELEASE, values);
      return;
    }
    await run(this.pool, RELEASE_REFUSED, [...values, newId('aud'), error.code, reasonOf(error)]);
  }

  async settle({ run: reference, node }: SettleTask): Promise<Settlement> {
    const [row] = await run<{ kind: Settlement['kind']; value: Json }>(this.pool, SETTLE, [
      ...ids(reference),
      ...[node.address, node.id, node.type],
    ]);
    return row?.kind === 'recorded' ? { kind: 'recorded', result: row.value } : { kind: 'closed' };
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
    try {
      const child = await this.children.prepare(task);
      this.after.changed(task.run.runId);
      return child;
    } catch (error) {
      if (error instanceof ActionError && REFUSED_CODES.has(error.code)) {
        const { run: reference, node } = task;
        const note = [newId('aud'), error.code, reasonOf(error)];
        await run(this.pool, NOTE_REFUSAL, [...ids(reference), node.address, ...note]);
      }
      throw error;
    }
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

/** Text as a column takes it. */
function reasonOf({ message }: { message: string }): string {
  return message.replaceAll('\0', '').slice(0, 500);
}

function ids(reference: RunReference): [string, string] {
  return [reference.organizationId, reference.runId];
}
