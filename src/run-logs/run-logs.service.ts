import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { readPlace, type SortKey, writeCursor } from '../common/cursor';
import { type CursorPage, pageOf } from '../common/pagination';
import { RunsService } from '../runs/runs.service';
import { BEGINNING, LEVEL_OF, type LogPlace, RunLogRows } from './run-log-rows';
import type { RunLogQuery } from './run-log.query';
import { RunLogLine } from './run-log.response';

/** Reads what happened in a run as lines. The record holds no secrets, so neither do they. */
@Injectable()
export class RunLogsService {
  constructor(
    private readonly rows: RunLogRows,
    private readonly runs: RunsService,
  ) {}

  /** The oldest first. */
  async list(caller: Caller, runId: string, query: RunLogQuery): Promise<CursorPage<RunLogLine>> {
    const { organizationId } = await this.runs.find(caller, runId);
    const { level, offset, limit } = query;
    const events = [...LEVEL_OF].filter(([, one]) => level?.includes(one) !== false);
    const wanted = events.map(([event]) => event);
    const places: LogPlace[] = [];
    const lines: RunLogLine[] = [];
    let skipped = 0;
    for await (const row of this.rows.read(organizationId, runId, wanted, placeOf(query))) {
      const line = new RunLogLine(row);
      if (!fits(line, query)) continue;
      if (skipped < offset) skipped++;
      else {
        lines.push(line);
        places.push(row);
      }
      if (lines.length > limit) break;
    }
    const last = lines.length > limit ? places[limit - 1] : undefined;
    return { ...pageOf(lines, query, (line) => line), nextCursor: last ? cursorOf(last) : null };
  }
}

/** In these terms no statement sorts; they tell the cursors of this list from others. */
const ORDER: readonly SortKey[] = [
  { expression: 'seq', direction: 'ASC', type: 'number' },
  { expression: 'rank', direction: 'ASC', type: 'number' },
  { expression: 'path', direction: 'ASC', type: 'text' },
];

function cursorOf({ seq, rank, path }: LogPlace): string {
  return writeCursor(ORDER, [String(seq), String(rank), path]);
}

function placeOf(query: RunLogQuery): LogPlace {
  const values = readPlace(ORDER, query);
  if (values === undefined) return BEGINNING;
  const [seq, rank, path = ''] = values;
  return { seq: Number(seq), rank: Number(rank), path };
}

function fits({ message, nodeId }: RunLogLine, query: RunLogQuery): boolean {
  if (query.nodeId !== undefined && query.nodeId !== nodeId) return false;
  return query.q === undefined || message.toLowerCase().includes(query.q.toLowerCase());
}
