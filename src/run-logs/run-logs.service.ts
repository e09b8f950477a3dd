import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { type Page, pageOf } from '../common/pagination';
import { RunsService } from '../runs/runs.service';
import { LEVEL_OF, RunLogRows } from './run-log-rows';
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
  async list(caller: Caller, runId: string, query: RunLogQuery): Promise<Page<RunLogLine>> {
    const { organizationId } = await this.runs.find(caller, runId);
    const { level, offset, limit } = query;
    const events = [...LEVEL_OF].filter(([, one]) => level?.includes(one) !== false);
    const wanted = events.map(([event]) => event);
    const lines: RunLogLine[] = [];
    let skipped = 0;
    for await (const row of this.rows.read(organizationId, runId, wanted)) {
      const line = new RunLogLine(row);
      if (!fits(line, query)) continue;
      if (skipped < offset) skipped++;
      else lines.push(line);
      if (lines.length > limit) break;
    }
    return pageOf(lines, query, (line) => line);
  }
}

function fits({ message, nodeId }: RunLogLine, query: RunLogQuery): boolean {
  if (query.nodeId !== undefined && query.nodeId !== nodeId) return false;
  return query.q === undefined || message.toLowerCase().includes(query.q.toLowerCase());
}
