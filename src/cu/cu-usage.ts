import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { timeOrder } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { ApiError } from '../common/errors';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { Run } from '../database/entities';
import { RunCounts } from '../run-counts/run-counts.service';
import { viewerOf, whereRunsVisible } from '../workflows/workflow-access';
import { CuAccounts } from './cu-accounts';
import { CuRunView, CuUsageByWorkflowView, CuUsageView, type DayRow } from './cu-usage.response';
import type { PeriodQuery } from './cu.dto';
import { type Month, monthOf } from './month';
import { Tariff } from './tariff';

const NEWEST_FIRST = timeOrder('run.startedAt', 'run.id');

/** Reckoned in SQL, which knows how to write the year 10000. */
const NEXT_MONTH = `($2::date + interval '1 month')::date`;

// What is settled, and what is not yet.
const BY_DAY = `
  SELECT to_char(day, 'YYYY-MM-DD') AS date, node_type AS "nodeType",
    sum(count)::int AS count, sum(cu)::float8 AS cu
  FROM (
    SELECT day, node_type, count, cu FROM cu_usage
    WHERE organization_id = $1 AND day >= $2::date AND day < ${NEXT_MONTH}
    UNION ALL
    SELECT (e.at AT TIME ZONE 'UTC')::date, weft_node_type(e.data), 1, e.cu
    FROM cu_accounts a
    JOIN run_events e ON e.organization_id = a.organization_id AND e.xid >= a.settled_xid
      AND e.cu > 0
    WHERE a.organization_id = $1
      AND (e.at AT TIME ZONE 'UTC')::date >= $2::date
      AND (e.at AT TIME ZONE 'UTC')::date < ${NEXT_MONTH}
  ) usage
  GROUP BY day, node_type ORDER BY day, sum(cu) DESC, node_type`;

/** Of one answer: those that cost most. */
const MAX_WORKFLOWS = 1_000;
const MAX_DAYS = 365;

const ENTRIES = `
  SELECT kind, sum(amount)::float8 AS amount FROM cu_entries
  WHERE organization_id = $1 AND created_at >= $2 AND created_at < $3 GROUP BY kind`;

const RUN_COLUMNS = [
  ...(['id', 'workflowId', 'status', 'triggerSource'] as const),
  ...(['startedAt', 'finishedAt', 'cu'] as const),
] satisfies (keyof Run)[];

/** Reads what runs have cost. */
@Injectable()
export class CuUsageService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: CuAccounts,
    private readonly counts: RunCounts,
    private readonly tariff: Tariff,
  ) {}

  /** The newest first, without simulations, which cost nothing. */
  async runs(caller: Caller, query: CursorPageQuery): Promise<CursorPage<CuRunView>> {
    const rows = this.dataSource.manager
      .createQueryBuilder(Run, 'run')
      .select(RUN_COLUMNS.map((column) => `run.${column}`))
      .where({ organizationId: caller.organizationId, isSimulation: false });
    whereRunsVisible(rows, caller);
    return readPage(rows, query, NEWEST_FIRST, (row) => new CuRunView(row));
  }

  /**
   * What the organization has to pay, so with private workflows too.
   *
   * @param yearMonth such as `2026-01`
   */
  async month({ organizationId }: Caller, yearMonth: string): Promise<CuUsageView> {
    // Also what makes an account of an organization that has none.
    await this.accounts.standing(organizationId);
    const month = monthOf(new Date(`${yearMonth}-01T00:00:00Z`));
    const { manager } = this.dataSource;
    const rows = await manager.query<DayRow[]>(BY_DAY, [organizationId, `${yearMonth}-01`]);
    const entries = await this.entries(organizationId, month);
    return new CuUsageView(yearMonth, entries, rows, (type) => this.tariff.isTrigger(type));
  }

  /** Of the runs that were started in the period, the costliest first. */
  async byWorkflow(caller: Caller, { from, to }: PeriodQuery): Promise<CuUsageByWorkflowView> {
    if (from >= to) throw ApiError.fields([{ field: 'to', message: 'to must come after from' }]);
    if (to - from > MAX_DAYS * 86_400_000) {
      const message = `to must be at most ${MAX_DAYS} days after from`;
      throw ApiError.fields([{ field: 'to', message }]);
    }
    const { organizationId } = caller;
    const period = { from: new Date(from), to: new Date(to) };
    const costs = await this.counts.costsByWorkflow(
      ...([organizationId, viewerOf(caller), MAX_WORKFLOWS, period] as const),
    );
    return new CuUsageByWorkflowView(costs, (to - from) / 3_600_000);
  }

  private async entries(
    organizationId: string,
    { start, end }: Month,
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await this.dataSource.manager.query<{ kind: string; amount: number }[]>(ENTRIES, [
      organizationId,
      start,
      end,
    ]);
    return new Map(rows.map(({ kind, amount }) => [kind, amount]));
  }
}
