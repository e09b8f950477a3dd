import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RunStatus } from '../../definition/progress';
import { ownValue } from '../../definition/json';
import type { WorkflowDefinition } from '../../definition/types';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import { poolOf } from '../database/data-source';
import {
  RecentWorkflowRun,
  RunCount,
  TriggerAggregate,
  TriggerAggregates,
  WorkflowRunCount,
  WorkflowRunStats,
} from '../run-counts/run-count.response';
import { RunCounts } from '../run-counts/run-counts.service';
import { triggerNodeIds } from '../workflows/trigger-nodes';
import { viewerOf } from '../workflows/workflow-access';
import { WorkflowOverviewService } from '../workflows/workflow-overview.service';
import { runnableVersion } from '../workflows/workflow-state';
import { WorkflowStore } from '../workflows/workflow-store';
import type { RunCountQuery } from './run-stats.query';

/** Workflows in one answer. */
export const MAX_COUNTED = 1_000;
const RECENT = 5;

const RECENT_RUNS = `
  SELECT w.id AS "workflowId", r.id, r.status, r.started_at AS "startedAt",
    r.finished_at AS "finishedAt"
  FROM unnest($2::text[]) AS w (id)
  CROSS JOIN LATERAL (
    SELECT id, status, started_at, finished_at FROM runs
    WHERE organization_id = $1 AND workflow_id = w.id
    ORDER BY started_at DESC, id DESC LIMIT ${RECENT}
  ) AS r`;

interface RecentRow {
  workflowId: string;
  id: string;
  status: RunStatus;
  startedAt: Date;
  finishedAt: Date | null;
}

/** Says how many runs there are, and how they went. */
@Injectable()
export class RunStatsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly counts: RunCounts,
    private readonly workflows: WorkflowStore,
    private readonly overview: WorkflowOverviewService,
  ) {}

  async byStatus(caller: Caller, query: RunCountQuery): Promise<RunCount> {
    const { organizationId } = caller;
    return new RunCount(
      await this.counts.byStatus(organizationId, viewerOf(caller), sinceOf(query)),
    );
  }

  async byWorkflow(caller: Caller, query: RunCountQuery): Promise<WorkflowRunCount[]> {
    const from = sinceOf(query);
    const rows = await this.counts.byWorkflow(
      caller.organizationId,
      viewerOf(caller),
      MAX_COUNTED,
      from,
    );
    return rows.map((row) => new WorkflowRunCount(row.workflowId, row));
  }

  async ofWorkflow(caller: Caller, id: string): Promise<RunCount> {
    const { organizationId } = await this.workflows.find(caller, id);
    return new RunCount((await this.counts.ofWorkflows(organizationId, [id])).get(id));
  }

  /** By id. What the caller can not see is left out. */
  async ofMany(
    caller: Caller,
    wanted: readonly string[],
  ): Promise<Record<string, WorkflowRunStats>> {
    const { organizationId } = caller;
    const ids = (await this.overview.visible(caller, wanted)).map(({ id }) => id);
    const counts = await this.counts.ofWorkflows(organizationId, ids);
    const { rows } = await poolOf(this.dataSource).query<RecentRow>(RECENT_RUNS, [
      organizationId,
      ids,
    ]);
    return Object.fromEntries(
      ids.map((id) => {
        const recent = rows.filter((row) => row.workflowId === id);
        const runs = recent.map((row) => new RecentWorkflowRun(row));
        return [id, new WorkflowRunStats(new RunCount(counts.get(id)), runs)];
      }),
    );
  }

  async ofTriggers(caller: Caller, workflowId: string): Promise<TriggerAggregates> {
    const workflow = await this.workflows.find(caller, workflowId);
    const version = await this.workflows.version(workflow, runnableVersion(workflow));
    const definition = version.definition as unknown as WorkflowDefinition;
    const ids = triggerNodeIds(definition);
    const counts = await this.counts.ofTriggers(workflow.organizationId, workflowId, ids);
    const triggers = ids.flatMap((nodeId) => {
      const node = ownValue(definition.nodes, nodeId);
      const counted = counts.get(nodeId);
      const ofTrigger = new RunCount(counted);
      return node === undefined
        ? []
        : [new TriggerAggregate(nodeId, node.type, ofTrigger, counted?.lastStartedAt)];
    });
    return new TriggerAggregates(workflowId, triggers);
  }
}

function sinceOf({ since }: RunCountQuery): Date | undefined {
  if (since === undefined) return undefined;
  const date = new Date(since);
  if (!Number.isNaN(date.getTime())) return date;
  throw ApiError.fields([{ field: 'since', message: 'since must be a time that there is' }]);
}
