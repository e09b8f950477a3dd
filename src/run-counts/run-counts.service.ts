import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RunStatus } from '../../definition/progress';
import { poolOf } from '../database/data-source';
import { run, type Statement } from '../record/statements';
import { hiddenWorkflows } from '../workflows/workflow-access';

const STATUSES = [
  ...(['running', 'waiting', 'success'] as const),
  ...(['partial', 'failure', 'cancelled'] as const),
] satisfies readonly RunStatus[];

export type Counts = Record<RunStatus, number>;

/** As integers: PostgreSQL sums up `bigint` as `numeric`, which takes twice as long. */
const SUMS = STATUSES.map((status) => `coalesce(sum(${status}::int), 0)::int AS ${status}`).join(
  ', ',
);
const ALL = STATUSES.map((status) => `${status}::int`).join(' + ');
const COLUMNS = STATUSES.join(', ');
/** The columns of one line that is not summed up yet. */
const CHANGES = STATUSES.map(
  (status) => `CASE WHEN status = '${status}' THEN change ELSE 0 END AS ${status}`,
).join(', ');
/** The columns of a line that is taken off. */
const LESS = STATUSES.map((status) => `-${status} AS ${status}`).join(', ');
/** The columns of one run. */
const ONE = STATUSES.map((status) => `(status = '${status}')::int AS ${status}`).join(', ');

/** Of the sums by day, those of the days after that of `$2`. */
const DAYS_SINCE = `period > ($2::timestamptz AT TIME ZONE 'UTC')::date AND trigger_node_id = ''`;

/** All time, of the workflows that `which` names; of what is not summed up yet, of those that `recent` names. */
const allTime = (which: string, recent = 'true'): string => `
  SELECT workflow_id, trigger_node_id, last_started_at, ${COLUMNS} FROM run_counts
  WHERE organization_id = $1 AND period = '-infinity' AND ${which}
  UNION ALL
  SELECT workflow_id, trigger_node_id, started_at, ${CHANGES} FROM run_count_changes
  WHERE organization_id = $1 AND ${recent}`;

/** From `$2` on: the days after it, and of its own day the runs themselves. */
const since = (which: string, recent = 'true'): string => `
  SELECT workflow_id, ${COLUMNS} FROM run_counts
  WHERE organization_id = $1 AND ${DAYS_SINCE} AND ${which}
  UNION ALL
  SELECT workflow_id, ${CHANGES} FROM run_count_changes
  WHERE organization_id = $1 AND ${recent}
    AND (started_at AT TIME ZONE 'UTC')::date > ($2::timestamptz AT TIME ZONE 'UTC')::date
  UNION ALL
  SELECT workflow_id, ${ONE} FROM runs
  WHERE organization_id = $1 AND started_at >= $2 AND ${recent}
    AND started_at < (($2::timestamptz AT TIME ZONE 'UTC')::date + 1)::timestamp AT TIME ZONE 'UTC'`;

/** The busiest first; not the runs of definitions that were sent along. */
const BUSIEST = `WHERE workflow_id NOT IN ('', '*')
  GROUP BY workflow_id HAVING sum(${ALL}) > 0
  ORDER BY sum(${ALL}) DESC, workflow_id`;

// The sums of all workflows together, less those of the hidden ones: they are few.
const BY_STATUS: Statement = {
  name: 'weft_count_runs',
  text: `SELECT ${SUMS} FROM (
      ${allTime(`trigger_node_id = '' AND workflow_id = '*'`, `workflow_id NOT IN ${hiddenWorkflows('$2')}`)}
      UNION ALL
      SELECT workflow_id, trigger_node_id, last_started_at, ${LESS} FROM run_counts
      WHERE organization_id = $1 AND period = '-infinity' AND trigger_node_id = ''
        AND workflow_id IN ${hiddenWorkflows('$2')}
    ) AS counted`,
};
const BY_STATUS_SINCE: Statement = {
  name: 'weft_count_runs_since',
  text: `SELECT ${SUMS} FROM (
      ${since(`workflow_id = '*'`, `workflow_id NOT IN ${hiddenWorkflows('$3')}`)}
      UNION ALL
      SELECT workflow_id, ${LESS} FROM run_counts
      WHERE organization_id = $1 AND ${DAYS_SINCE} AND workflow_id IN ${hiddenWorkflows('$3')}
    ) AS counted`,
};
/** Joined and not summed up together: an organization has one row a workflow, and hardly any changes. */
const BY_WORKFLOW: Statement = {
  name: 'weft_count_runs_by_workflow',
  text: `WITH changes AS (
      SELECT workflow_id, ${STATUSES.map((status) => `sum(${status})::bigint AS ${status}`).join(', ')}
      FROM (SELECT workflow_id, ${CHANGES} FROM run_count_changes WHERE organization_id = $1) AS c
      GROUP BY workflow_id
    ), counted AS (
      SELECT workflow_id, ${STATUSES.map(
        (status) => `coalesce(s.${status}, 0) + coalesce(c.${status}, 0) AS ${status}`,
      ).join(', ')}
      FROM (
        SELECT workflow_id, ${COLUMNS} FROM run_counts
        WHERE organization_id = $1 AND period = '-infinity' AND trigger_node_id = ''
      ) AS s FULL JOIN changes c USING (workflow_id)
    )
    SELECT workflow_id AS "workflowId", ${STATUSES.map((status) => `${status}::int`).join(', ')}
    FROM counted
    WHERE workflow_id NOT IN ('', '*') AND workflow_id NOT IN ${hiddenWorkflows('$3')}
      AND ${STATUSES.join(' + ')} > 0
    ORDER BY ${STATUSES.join(' + ')} DESC, workflow_id LIMIT $2`,
};
const BY_WORKFLOW_SINCE: Statement = {
  name: 'weft_count_runs_by_workflow_since',
  text: `SELECT workflow_id AS "workflowId", ${SUMS} FROM (
      ${since(`workflow_id NOT IN ${hiddenWorkflows('$4')}`, `workflow_id NOT IN ${hiddenWorkflows('$4')}`)}
    ) AS seen ${BUSIEST} LIMIT $3`,
};
const OF_WORKFLOWS: Statement = {
  name: 'weft_count_runs_of_workflows',
  text: `SELECT workflow_id AS "workflowId", max(last_started_at) AS "lastStartedAt", ${SUMS}
    FROM (${allTime(`trigger_node_id = '' AND workflow_id = ANY ($2::text[])`)}) AS counted
    WHERE workflow_id = ANY ($2::text[]) GROUP BY workflow_id`,
};
const OF_TRIGGERS: Statement = {
  name: 'weft_count_runs_of_triggers',
  text: `SELECT trigger_node_id AS "triggerNodeId", max(last_started_at) AS "lastStartedAt", ${SUMS}
    FROM (${allTime(`workflow_id = $2 AND trigger_node_id = ANY ($3::text[])`)}) AS counted
    WHERE workflow_id = $2 GROUP BY trigger_node_id`,
};

interface LastStart {
  /** Null while there was none. */
  lastStartedAt: Date | null;
}

/** Reads how many runs there are, without reading runs. */
@Injectable()
export class RunCounts {
  constructor(private readonly dataSource: DataSource) {}

  /** Without those that are hidden from `viewer`. */
  async byStatus(
    organizationId: string,
    viewer: string | null,
    from?: Date,
  ): Promise<Counts | undefined> {
    const [counts] = await (from === undefined
      ? this.read<Counts>(BY_STATUS, [organizationId, viewer])
      : this.read<Counts>(BY_STATUS_SINCE, [organizationId, from, viewer]));
    return counts;
  }

  /** The busiest first, at most `limit`. Not those that are hidden from `viewer`. */
  byWorkflow(
    organizationId: string,
    viewer: string | null,
    limit: number,
    from?: Date,
  ): Promise<(Counts & { workflowId: string })[]> {
    const rest = [limit, viewer];
    return from === undefined
      ? this.read(BY_WORKFLOW, [organizationId, ...rest])
      : this.read(BY_WORKFLOW_SINCE, [organizationId, from, ...rest]);
  }

  /** By workflow id. */
  async ofWorkflows(
    organizationId: string,
    workflowIds: readonly string[],
  ): Promise<Map<string, Counts & LastStart>> {
    const rows = await this.read<Counts & LastStart & { workflowId: string }>(OF_WORKFLOWS, [
      organizationId,
      workflowIds,
    ]);
    return new Map(rows.map((row) => [row.workflowId, row]));
  }

  /** By id of the trigger node; none for a trigger that never fired. */
  async ofTriggers(
    organizationId: string,
    workflowId: string,
    triggerNodeIds: readonly string[],
  ): Promise<Map<string, Counts & LastStart>> {
    const rows = await this.read<Counts & LastStart & { triggerNodeId: string }>(OF_TRIGGERS, [
      ...[organizationId, workflowId, triggerNodeIds],
    ]);
    return new Map(rows.map((row) => [row.triggerNodeId, row]));
  }

  private read<Row extends object>(statement: Statement, values: unknown[]): Promise<Row[]> {
    return run<Row>(poolOf(this.dataSource), statement, values);
  }
}
