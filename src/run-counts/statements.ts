import type { RunStatus } from '../../definition/progress';
import type { Statement } from '../record/statements';
import { hiddenWorkflows } from '../workflows/workflow-access';

const STATUSES = [
  ...(['running', 'waiting', 'success'] as const),
  ...(['partial', 'failure', 'cancelled'] as const),
] satisfies readonly RunStatus[];

/** As integers: PostgreSQL sums up `bigint` as `numeric`, which takes twice as long. */
const SUMS = STATUSES.map((status) => `coalesce(sum(${status}::int), 0)::int AS ${status}`).join(
  ', ',
);
const TOTAL = STATUSES.join(' + ');
const COLUMNS = STATUSES.join(', ');
/** The columns of one line that is not summed up yet. */
const CHANGES = STATUSES.map(
  (status) => `CASE WHEN status = '${status}' THEN change ELSE 0 END AS ${status}`,
).join(', ');
/** The columns of a line that is taken off. */
const LESS = STATUSES.map((status) => `-${status} AS ${status}`).join(', ');
/** The columns of one run. */
const ONE = STATUSES.map((status) => `(status = '${status}')::int AS ${status}`).join(', ');

/** Of the sums by day, those of the days since `$3`. */
const DAYS_SINCE = `days = 1 AND period >= ($3::timestamptz AT TIME ZONE 'UTC')::date`;

/** All time, of the workflows that `which` names; of what is not summed up yet, of those that `recent` names. */
const allTime = (which: string, recent = 'true'): string => `
  SELECT workflow_id, trigger_node_id, last_started_at, ${COLUMNS} FROM run_counts
  WHERE organization_id = $1 AND ${which}
  UNION ALL
  SELECT workflow_id, trigger_node_id, started_at, ${CHANGES} FROM run_count_changes
  WHERE organization_id = $1 AND ${recent}`;

/** Runs from `$2` on that started before `$3`, one by one, and what is not summed up yet of those since. */
const recentSince = (shown: string): string => `
  SELECT workflow_id, ${CHANGES} FROM run_count_changes
  WHERE organization_id = $1 AND started_at >= $3 AND ${shown}
  UNION ALL
  SELECT workflow_id, ${ONE} FROM runs
  WHERE organization_id = $1 AND started_at >= $2 AND started_at < $3 AND ${shown}`;

/**
 * Columns of the sums of each workflow in periods: three arrays, `days`, `starts` and `signs`. `OFFSET` makes PostgreSQL
 * look up one period after another: it does not know how few they are of all that there are.
 */
const ofPeriods = (columns: readonly string[], arrays: readonly string[]): string => `
  SELECT sums.* FROM unnest(${arrays[0]}::smallint[], ${arrays[1]}::date[], ${arrays[2]}::integer[])
    AS asked (days, period, sign)
  CROSS JOIN LATERAL (
    SELECT workflow_id, ${columns.map((column) => `sign * ${column} AS ${column}`).join(', ')}
    FROM run_period_counts
    WHERE organization_id = $1 AND days = asked.days AND period = asked.period
      AND workflow_id <> '*'
    OFFSET 0
  ) AS sums`;

// The sums of all workflows together, less those of the hidden ones: they are few.
export const BY_STATUS: Statement = {
  name: 'weft_count_runs',
  text: `SELECT ${SUMS} FROM (
      ${allTime(`trigger_node_id = '' AND workflow_id = '*'`, `workflow_id NOT IN ${hiddenWorkflows('$2')}`)}
      UNION ALL
      SELECT workflow_id, trigger_node_id, last_started_at, ${LESS} FROM run_counts
      WHERE organization_id = $1 AND trigger_node_id = ''
        AND workflow_id IN ${hiddenWorkflows('$2')}
    ) AS counted`,
};
export const BY_STATUS_SINCE: Statement = {
  name: 'weft_count_runs_since',
  text: `SELECT ${SUMS} FROM (
      SELECT workflow_id, ${COLUMNS} FROM run_period_counts
      WHERE organization_id = $1 AND ${DAYS_SINCE} AND workflow_id = '*'
      UNION ALL
      SELECT workflow_id, ${LESS} FROM run_period_counts
      WHERE organization_id = $1 AND ${DAYS_SINCE} AND workflow_id IN ${hiddenWorkflows('$4')}
      UNION ALL
      ${recentSince(`workflow_id NOT IN ${hiddenWorkflows('$4')}`)}
    ) AS counted`,
};
/** The busiest first. Joined and not summed up together: there is one row a workflow, and there are hardly any changes. */
export const BY_WORKFLOW: Statement = {
  name: 'weft_count_runs_by_workflow',
  text: `WITH changes AS (
      SELECT workflow_id, sum(change)::bigint AS total,
        ${STATUSES.map((status) => `sum(${status})::bigint AS ${status}`).join(', ')}
      FROM (
        SELECT workflow_id, change, ${CHANGES} FROM run_count_changes WHERE organization_id = $1
      ) AS c
      GROUP BY workflow_id
    ), busiest AS (
      SELECT workflow_id, coalesce(s.total, 0) + coalesce(c.total, 0) AS total,
        ${STATUSES.map((status) => `s.${status}, c.${status} AS new_${status}`).join(', ')}
      FROM (
        SELECT workflow_id, total, ${COLUMNS} FROM run_counts
        WHERE organization_id = $1 AND trigger_node_id = ''
      ) AS s FULL JOIN changes c USING (workflow_id)
      WHERE workflow_id NOT IN ('', '*') AND workflow_id NOT IN ${hiddenWorkflows('$3')}
        AND coalesce(s.total, 0) + coalesce(c.total, 0) > 0
      ORDER BY total DESC, workflow_id LIMIT $2
    )
    SELECT workflow_id AS "workflowId", ${STATUSES.map(
      (status) => `(coalesce(${status}, 0) + coalesce(new_${status}, 0))::int AS ${status}`,
    ).join(', ')}
    FROM busiest ORDER BY total DESC, workflow_id`,
};
/**
 * As before without the runs of definitions that were sent along. What is hidden is left out of the sums, which are few;
 * `OFFSET` keeps PostgreSQL from adding up the statuses of each workflow anew wherever their total is asked for.
 */
export const BY_WORKFLOW_SINCE: Statement = {
  name: 'weft_count_runs_by_workflow_since',
  text: `SELECT workflow_id AS "workflowId",
      ${STATUSES.map((status) => `${status}::int`).join(', ')}
    FROM (
      SELECT *, ${TOTAL} AS total FROM (
        SELECT workflow_id, ${STATUSES.map((status) => `sum(${status}) AS ${status}`).join(', ')}
        FROM (
          ${ofPeriods(STATUSES, ['$4', '$5', '$6'])}
          UNION ALL
          ${recentSince('true')}
        ) AS counted
        GROUP BY workflow_id
      ) AS summed
      OFFSET 0
    ) AS totalled
    WHERE total > 0 AND workflow_id <> '' AND workflow_id NOT IN ${hiddenWorkflows('$7')}
    ORDER BY total DESC, workflow_id LIMIT $8`,
};
export const OF_WORKFLOWS: Statement = {
  name: 'weft_count_runs_of_workflows',
  text: `SELECT workflow_id AS "workflowId", max(last_started_at) AS "lastStartedAt", ${SUMS}
    FROM (${allTime(`trigger_node_id = '' AND workflow_id = ANY ($2::text[])`)}) AS counted
    WHERE workflow_id = ANY ($2::text[]) GROUP BY workflow_id`,
};
export const OF_TRIGGERS: Statement = {
  name: 'weft_count_runs_of_triggers',
  text: `SELECT trigger_node_id AS "triggerNodeId", max(last_started_at) AS "lastStartedAt", ${SUMS}
    FROM (${allTime(`workflow_id = $2 AND trigger_node_id = ANY ($3::text[])`)}) AS counted
    WHERE workflow_id = $2 GROUP BY trigger_node_id`,
};

/** Units as floats, which are exact far beyond any balance: `bigint` is summed up as `numeric`. A run that has not ended counts with what it has cost so far; one that has, in the sums. */
export const COSTS_BY_WORKFLOW: Statement = {
  name: 'weft_costs_by_workflow',
  text: `SELECT s.*, coalesce(w.name, '') AS "workflowName", coalesce(w.status, '') AS status,
      coalesce(w.type, '') AS "triggerType"
    FROM (
      SELECT workflow_id AS "workflowId", charged::int AS "runCount", cu AS "totalCu"
      FROM (
        SELECT workflow_id, sum(charged) AS charged, sum(cu::float8) AS cu
        FROM (
          ${ofPeriods(['charged', 'cu'], ['$6', '$7', '$8'])}
          UNION ALL
          SELECT workflow_id, charged, cu FROM run_count_changes
          WHERE organization_id = $1 AND started_at >= $3 AND started_at < $4
          UNION ALL
          SELECT workflow_id, 0, cu FROM runs
          WHERE organization_id = $1 AND NOT ended AND started_at >= $3 AND started_at < $4
          UNION ALL
          SELECT workflow_id, 1, cu FROM runs
          WHERE organization_id = $1 AND NOT is_simulation AND started_at >= $2 AND started_at < $3
          UNION ALL
          SELECT workflow_id, 1, cu FROM runs
          WHERE organization_id = $1 AND NOT is_simulation AND started_at >= $4 AND started_at < $5
        ) AS counted
        GROUP BY workflow_id
      ) AS summed
      WHERE charged > 0 AND workflow_id NOT IN ${hiddenWorkflows('$9')}
      ORDER BY cu DESC, workflow_id LIMIT $10
    ) AS s
    LEFT JOIN workflows w ON w.organization_id = $1 AND w.id = s."workflowId"
    ORDER BY s."totalCu" DESC, s."workflowId"`,
};
