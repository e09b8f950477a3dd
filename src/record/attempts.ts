import type { Pool } from 'pg';
import type { AttemptDecision, AttemptSuccess, BeginAttempt } from '../../activities/deps';
import type { Json } from '../../definition/json';
import type { ProgressEvent, RunError } from '../../definition/progress';
import { eventParameters, eventsParameters } from './event-parameters';
import { GroupedWrites } from './grouped-writes';
import type { Price } from './price';
import * as sql from './statements';
import type { Carried } from './types';

/** The begin and the success of attempts: what decides that an action is done once. */
export class Attempts {
  private readonly begins: GroupedWrites<BeginAttempt, AttemptDecision>;
  private readonly successes: GroupedWrites<AttemptSuccess, boolean>;

  constructor(
    private readonly pool: Pool,
    private readonly price: Price,
  ) {
    this.begins = new GroupedWrites((task, others) => this.writeBegins(task, others));
    this.successes = new GroupedWrites((task, others) => this.writeSuccesses(task, others));
  }

  begin(task: BeginAttempt): Promise<AttemptDecision> {
    return this.begins.do(task);
  }

  /** False when a newer attempt, another outcome or the run's end came first. */
  succeed(task: AttemptSuccess): Promise<boolean> {
    return this.successes.do(task);
  }

  private async writeBegins(
    task: BeginAttempt,
    others: readonly BeginAttempt[],
  ): Promise<AttemptDecision[]> {
    const { run } = task;
    const all = [task, ...others];
    const { events, acks } = carriedBy(all);
    const isAlone = others.length === 0;
    const carriesNothing = events.length === 0 && acks.length === 0;
    const statement = isAlone ? (carriesNothing ? sql.BEGIN_ALONE : sql.BEGIN) : sql.BEGIN_TOGETHER;
    const rows = await sql.run<BeginRow>(this.pool, statement, [
      ...[run.organizationId, run.runId],
      ...(isAlone && carriesNothing ? [] : [...eventsParameters(run, events, this.price), acks]),
      ...(isAlone
        ? [
            ...eventParameters(run, started(task), this.price),
            task.attempt,
            task.maxAttempts,
            task.safeToRepeat,
          ]
        : [
            ...eventsParameters(run, all.map(started), this.price),
            all.map(({ attempt }) => attempt),
            all.map(({ maxAttempts }) => maxAttempts),
            all.map(({ safeToRepeat }) => safeToRepeat),
          ]),
    ]);
    return rows.map(decisionOf);
  }

  private async writeSuccesses(
    task: AttemptSuccess,
    others: readonly AttemptSuccess[],
  ): Promise<boolean[]> {
    const { run, attempt } = task;
    const all = [task, ...others];
    const isAlone = others.length === 0;
    const rows = await sql.run<{ written: boolean }>(
      this.pool,
      isAlone ? sql.SUCCEED : sql.SUCCEED_TOGETHER,
      [
        ...[run.organizationId, run.runId],
        ...(isAlone
          ? [...eventParameters(run, completed(task), this.price), attempt]
          : [
              ...eventsParameters(run, all.map(completed), this.price),
              all.map((one) => one.attempt),
            ]),
      ],
    );
    return rows.map(({ written }) => written);
  }
}

interface BeginRow {
  kind: AttemptDecision['kind'];
  number: number;
  value: Json;
}

function decisionOf(row: BeginRow): AttemptDecision {
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

/** Actions that start together carry much the same. */
function carriedBy(tasks: readonly BeginAttempt[]): Carried {
  const [first] = tasks;
  if (first !== undefined && tasks.length === 1) return first.carried;
  const events = new Map(
    tasks.flatMap(({ carried }) => carried.events.map((event) => [event.key, event] as const)),
  );
  const acks = new Set(tasks.flatMap(({ carried }) => carried.acks));
  return { events: [...events.values()], acks: [...acks] };
}

function started({ node, input, at }: BeginAttempt): ProgressEvent {
  return {
    ...{ key: '', type: 'node_started', at, status: 'running' },
    ...{ nodeId: node.id, path: node.address, nodeType: node.type },
    input,
    attempt: 1,
  };
}

function completed({ node, result, at }: AttemptSuccess): ProgressEvent {
  return {
    ...{ key: `success:${node.address}`, type: 'node_completed', at, status: 'success' },
    ...{ nodeId: node.id, path: node.address, nodeType: node.type },
    result,
  };
}
