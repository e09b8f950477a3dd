import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NodeStatus } from '../../definition/progress';
import { timeOrder } from '../common/cursor';
import { readPage } from '../common/cursor-page';
import { ApiError } from '../common/errors';
import type { CursorPage, CursorPageQuery } from '../common/pagination';
import { poolOf } from '../database/data-source';
import { Run, WorkflowVersion } from '../database/entities';
import { run, type Statement } from '../record/statements';
import { txHashOf } from '../runs/run-transactions';
import { DefinitionsService } from '../workflows/definitions.service';
import { PublicRunItem, PublicRunView } from './public-run.response';
import { IS_PUBLIC, PublicWorkflows } from './public-workflows.service';

const SHOWN = [
  ...(['organizationId', 'id', 'workflowId', 'workflowVersion'] as const),
  ...(['status', 'startedAt', 'finishedAt'] as const),
] satisfies (keyof Run)[];

export type PublicRun = Pick<Run, (typeof SHOWN)[number]>;

export interface PublicNodeRow {
  nodeId: string;
  type: string;
  status: NodeStatus;
  startedAt: Date | null;
  finishedAt: Date | null;
}

const COLUMNS = `r.organization_id AS "organizationId", r.id, r.workflow_id AS "workflowId",
  r.workflow_version AS "workflowVersion", r.status, r.started_at AS "startedAt",
  r.finished_at AS "finishedAt"`;

/** SQL: the run `r` is of a version that was published by then. A run of what is still edited is not public. */
const OF_PUBLISHED = `JOIN workflow_versions v ON v.organization_id = r.organization_id
  AND v.workflow_id = r.workflow_id AND v.number = r.workflow_version
  AND v.published_at <= r.started_at`;

/** SQL: the run `r` of a public workflow `w` is public too. */
const OF_PUBLIC_WORKFLOW = `${OF_PUBLISHED}
  JOIN workflows w ON w.organization_id = r.organization_id AND w.id = r.workflow_id
    AND ${IS_PUBLIC}`;

const FIND: Statement = {
  name: 'weft_public_run',
  text: `SELECT ${COLUMNS} FROM runs r ${OF_PUBLIC_WORKFLOW}
    WHERE r.id = $1 AND NOT r.is_simulation`,
};

const FIND_BY_TRANSACTION: Statement = {
  name: 'weft_public_run_by_tx',
  text: `SELECT ${COLUMNS} FROM run_transactions t
    JOIN runs r ON r.organization_id = t.organization_id AND r.id = t.run_id
    ${OF_PUBLIC_WORKFLOW}
    WHERE t.tx_hash = $1 AND NOT r.is_simulation
    ORDER BY r.started_at DESC, r.id DESC LIMIT 1`,
};

const NEWEST_FIRST = timeOrder('r.startedAt', 'r.id');
/** {@link OF_PUBLISHED} in the terms of a query builder. */
const VERSION_OF_RUN = [
  ...['v.organizationId = r.organizationId', 'v.workflowId = r.workflowId'],
  ...['v.number = r.workflowVersion', 'v.publishedAt <= r.startedAt'],
].join(' AND ');

/** A node of a loop stands for its last iteration. */
const NODES: Statement = {
  name: 'weft_public_nodes',
  text: `SELECT DISTINCT ON (node_id) node_id AS "nodeId", type, status,
      started_at AS "startedAt", finished_at AS "finishedAt"
    FROM run_nodes WHERE organization_id = $1 AND run_id = $2
    ORDER BY node_id, first_seq DESC`,
};

/** Runs of public workflows, as everybody may see them. */
@Injectable()
export class PublicRunsService {
  private readonly pool;

  constructor(
    private readonly dataSource: DataSource,
    private readonly workflows: PublicWorkflows,
    private readonly definitions: DefinitionsService,
  ) {
    this.pool = poolOf(dataSource);
  }

  async list(workflowId: string, query: CursorPageQuery): Promise<CursorPage<PublicRunItem>> {
    const { organizationId, id } = await this.workflows.find(workflowId);
    const rows = this.dataSource.manager
      .createQueryBuilder(Run, 'r')
      .select(SHOWN.map((column) => `r.${column}`))
      .innerJoin(WorkflowVersion, 'v', VERSION_OF_RUN)
      .where({ organizationId, workflowId: id, isSimulation: false });
    return readPage(rows, query, NEWEST_FIRST, (row) => new PublicRunItem(row));
  }

  async get(id: string): Promise<PublicRunView> {
    const [found] = await run<PublicRun>(this.pool, FIND, [id]);
    return this.show(found);
  }

  async byTransaction(given: string): Promise<PublicRunView> {
    const hash = txHashOf(given);
    if (hash === undefined) throw new ApiError('runNotFound');
    const [found] = await run<PublicRun>(this.pool, FIND_BY_TRANSACTION, [hash]);
    return this.show(found);
  }

  private async show(found: PublicRun | undefined): Promise<PublicRunView> {
    if (found === undefined) throw new ApiError('runNotFound');
    const { organizationId, id, workflowId, workflowVersion } = found;
    const [definition, nodes] = await Promise.all([
      this.workflows.definition({ organizationId, id: workflowId }, workflowVersion),
      run<PublicNodeRow>(this.pool, NODES, [organizationId, id]),
    ]);
    const expanded = await this.definitions.expand(organizationId, definition);
    return new PublicRunView(found, expanded, nodes);
  }
}
