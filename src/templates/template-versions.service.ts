import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import type { SortKey } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { ApiError } from '../common/errors';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { TemplateVersion } from '../database/entities';
import { TemplateStore } from './template-store';
import { TemplateStats, TemplateVersionCount, TemplateView } from './template.response';

const NEWEST_FIRST: readonly SortKey[] = [
  { expression: 'v.number', direction: 'DESC', type: 'number' },
];

/** Workflows of one organization at most, and runs of each, that an average is made of. */
const MEASURED = { workflows: 200, runs: 100 };

const STATS = `
  WITH deployed AS (
    SELECT w.organization_id, w.id, w.status, w.created_at
    FROM workflows w WHERE w.source_template_id = $1
  ), measured AS (
    SELECT r.status, r.started_at, r.finished_at
    FROM (
      SELECT * FROM deployed WHERE organization_id = $2
      ORDER BY created_at DESC LIMIT ${MEASURED.workflows}
    ) w
    CROSS JOIN LATERAL (
      SELECT status, started_at, finished_at FROM runs
      WHERE organization_id = w.organization_id AND workflow_id = w.id
        AND ended AND NOT is_simulation
      ORDER BY started_at DESC, id DESC LIMIT ${MEASURED.runs}
    ) r
  )
  SELECT
    (SELECT count(*) FROM deployed)::int AS "totalDeployments",
    (SELECT count(*) FROM deployed WHERE status = 'active')::int AS "activeWorkflows",
    (SELECT count(*) FROM deployed WHERE created_at > now() - interval '30 days')::int
      AS "recentDeployments",
    avg((status = 'success')::int)::float AS "successRate",
    avg(extract(epoch FROM finished_at - started_at) * 1000)::float AS "avgExecutionTimeMs"
  FROM measured`;

/** The history of a template is for its own organization; what it says of its use is for all who see it. */
@Injectable()
export class TemplateVersionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: TemplateStore,
  ) {}

  /** The newest first. */
  async list(
    caller: Caller,
    id: string,
    query: CursorPageQuery,
  ): Promise<CursorPage<TemplateView> & { currentVersion: number }> {
    const template = await this.store.findOwn(caller, id);
    const rows = this.dataSource.manager
      .createQueryBuilder(TemplateVersion, 'v')
      .where({ organizationId: caller.organizationId, templateId: id });
    const show = (row: TemplateVersion): TemplateView => new TemplateView(template, row, true);
    const page = await readPage(rows, query, NEWEST_FIRST, show);
    return { ...page, currentVersion: template.currentVersion };
  }

  async count(caller: Caller, id: string): Promise<TemplateVersionCount> {
    const { organizationId } = await this.store.findOwn(caller, id);
    const where = { organizationId, templateId: id };
    return new TemplateVersionCount(await this.dataSource.manager.countBy(TemplateVersion, where));
  }

  async get(caller: Caller, id: string, number: number): Promise<TemplateView> {
    const template = await this.store.findOwn(caller, id);
    return new TemplateView(template, await this.store.version(template, number), true);
  }

  /** Throws 410 for one that is archived. */
  async stats(caller: Caller, id: string): Promise<TemplateStats> {
    const template = await this.store.find(caller, id);
    if (template.archivedAt !== null) throw new ApiError('templateArchived');
    const parameters = [id, caller.organizationId];
    type Row = { [K in keyof TemplateStats]-?: TemplateStats[K] | null };
    const [row] = await this.dataSource.query<Row[]>(STATS, parameters);
    return Object.assign(new TemplateStats(), {
      totalDeployments: row?.totalDeployments ?? 0,
      activeWorkflows: row?.activeWorkflows ?? 0,
      recentDeployments: row?.recentDeployments ?? 0,
      successRate: row?.successRate ?? undefined,
      avgExecutionTimeMs: row?.avgExecutionTimeMs ?? undefined,
    });
  }
}
