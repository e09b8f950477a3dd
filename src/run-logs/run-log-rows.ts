import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isJsonObject, type Json, type JsonObject, ownValue } from '../../definition/json';
import type { EventType } from '../../definition/progress';
import type { LogLevel } from './run-log.query';

/** `attempt_failed` beside the types of events. */
export type LogEvent = EventType | 'attempt_failed';

/** A line before it is shown. */
export interface LogRow {
  seq: number;
  /** Of the lines of one event the events' own comes first. */
  rank: number;
  /** Address of the node, of what is no event. */
  path: string;
  at: Date;
  event: LogEvent;
  data: JsonObject;
  /** What a log node was given, or why something failed. */
  message: Json;
}

/** What is told of a run. Of what nodes did only the log nodes. */
const LEVELS: readonly (readonly [LogEvent, LogLevel])[] = [
  ['run_started', 'info'],
  ['node_started', 'debug'],
  ['node_retrying', 'debug'],
  ['attempt_failed', 'warn'],
  ['node_completed', 'info'],
  ['node_failed', 'error'],
  ['run_completed', 'info'],
  ['run_partial', 'warn'],
  ['run_cancelled', 'warn'],
  ['run_failed', 'error'],
];

export const LEVEL_OF: ReadonlyMap<LogEvent, LogLevel> = new Map(LEVELS);

const BATCH = 500;

// What failed comes after the event that was the newest then.
const ROWS = `
  SELECT * FROM (
    SELECT seq, 0 AS rank, '' AS path, at, type AS event, data
    FROM run_events
    WHERE organization_id = $1 AND run_id = $2 AND seq >= $3 AND type = ANY ($6)
      AND (type <> 'node_completed' OR weft_node_type(data) = 'log')
    UNION ALL
    SELECT after_seq, 1, path, at, 'attempt_failed', json_build_object(
      'nodeId', node_id, 'path', path, 'nodeType', type, 'attempt', attempt, 'error', error)
    FROM run_attempt_errors
    WHERE organization_id = $1 AND run_id = $2 AND after_seq >= $3 AND 'attempt_failed' = ANY ($6)
  ) rows
  WHERE (seq, rank, path) > ($3, $4, $5)
  ORDER BY seq, rank, path LIMIT ${BATCH}`;

const RESULTS =
  'SELECT path, result FROM run_nodes WHERE organization_id = $1 AND run_id = $2 AND path = ANY ($3)';

type Row = Omit<LogRow, 'message'>;

/** Where a line stands. */
export type LogPlace = Pick<LogRow, 'seq' | 'rank' | 'path'>;

export const BEGINNING: LogPlace = { seq: 0, rank: 0, path: '' };

/** Reads the lines of a run from its record, a part at a time: a run may have very many. */
@Injectable()
export class RunLogRows {
  constructor(private readonly dataSource: DataSource) {}

  /** In order, after a place; `events` are the kinds that are wanted. */
  async *read(
    organizationId: string,
    runId: string,
    events: readonly LogEvent[],
    place: LogPlace,
  ): AsyncGenerator<LogRow> {
    let after: LogPlace | undefined = place;
    while (after !== undefined) {
      const { seq, rank, path } = after;
      const parameters = [organizationId, runId, seq, rank, path, events];
      const rows: Row[] = await this.dataSource.query<Row[]>(ROWS, parameters);
      const results = await this.omitted(organizationId, runId, rows);
      for (const row of rows) yield { ...row, message: messageOf(row, results) };
      after = rows.length < BATCH ? undefined : rows.at(-1);
    }
  }

  /** Results that are too large for their event, by the address of their node. */
  private async omitted(
    organizationId: string,
    runId: string,
    rows: readonly Row[],
  ): Promise<ReadonlyMap<string, Json>> {
    const paths = rows.flatMap(({ data }) =>
      data.resultOmitted === true && typeof data.path === 'string' ? [data.path] : [],
    );
    if (paths.length === 0) return new Map();
    const parameters = [organizationId, runId, paths];
    const nodes = await this.dataSource.query<{ path: string; result: Json }[]>(
      RESULTS,
      parameters,
    );
    return new Map(nodes.map(({ path, result }) => [path, result]));
  }
}

function messageOf({ event, data }: Row, results: ReadonlyMap<string, Json>): Json {
  if (event !== 'node_completed') return fieldOf(data.error, 'message');
  const omitted = typeof data.path === 'string' ? results.get(data.path) : undefined;
  return fieldOf(data.result ?? omitted, 'message');
}

export function fieldOf(value: Json | undefined, name: string): Json {
  return isJsonObject(value) ? (ownValue(value, name) ?? null) : null;
}
