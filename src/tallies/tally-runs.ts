import type { Statement } from '../record/statements';
import { slotSql } from './latency-slots';

/** Different errors of an organization on one day; what is above is counted by its code alone. */
const MAX_ERRORS = 100;
const MAX_ERROR_LENGTH = 300;

/** Escapes that JSON text may hold and PostgreSQL's text may not: NUL and halves of surrogate pairs. */
const UNREADABLE = String.raw`'\\u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})', '\\ufffd', 'g'`;

/** What makes every message another one: ids of ours, UUIDs, long hexadecimal and decimal numbers. */
const IDS = String.raw`'\m[a-z]{2,5}_[0-9a-z]{16,}\M|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|\m(0x)?[0-9a-f]{12,}\M|\d{5,}'`;

/** What private workflows do is counted under their ids, all the rest together. */
const apartIf = (isPrivate: string, workflowId = 'workflow_id'): string =>
  `CASE WHEN ${isPrivate} THEN ${workflowId} ELSE '' END`;

/**
 * Counts runs that have ended, `$1` at most, each once: it is marked in the same statement. A run that was
 * reopened and has ended again leaves the hour of its first end; its nodes that ran again count again.
 */
export const TALLY_RUNS: Statement = {
  name: 'weft_tally_runs',
  text: `
WITH picked AS MATERIALIZED (
  SELECT organization_id, id, workflow_id, trigger_node_id, status, finished_at, error,
    tallied_end, tallied_status, tallied_private, EXISTS (
      SELECT FROM workflows w
      WHERE w.organization_id = runs.organization_id AND w.id = runs.workflow_id
        AND w.visibility = 'private') AS private
  FROM runs
  WHERE ended AND NOT is_simulation AND tallied_end IS DISTINCT FROM finished_at
  ORDER BY finished_at LIMIT $1
  FOR NO KEY UPDATE SKIP LOCKED
), marked AS (
  UPDATE runs r SET tallied_end = p.finished_at, tallied_status = p.status,
    tallied_private = p.private
  FROM picked p WHERE r.organization_id = p.organization_id AND r.id = p.id
), outcomes AS (
  SELECT organization_id, ${apartIf('private')} AS apart, finished_at AS at, status, 1 AS sign
  FROM picked
  UNION ALL
  SELECT organization_id, ${apartIf('tallied_private')}, tallied_end, tallied_status, -1
  FROM picked WHERE tallied_end IS NOT NULL
), run_counts AS (
  INSERT INTO run_tallies AS t (organization_id, workflow_id, hour, total, success, partial, failure)
  SELECT organization_id, apart, date_trunc('hour', at, 'UTC'), sum(sign),
    coalesce(sum(sign) FILTER (WHERE status = 'success'), 0),
    coalesce(sum(sign) FILTER (WHERE status = 'partial'), 0),
    coalesce(sum(sign) FILTER (WHERE status = 'failure'), 0)
  FROM outcomes GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (organization_id, hour, workflow_id) DO UPDATE SET
    total = t.total + excluded.total, success = t.success + excluded.success,
    partial = t.partial + excluded.partial, failure = t.failure + excluded.failure
), failures AS (
  SELECT organization_id, ${apartIf('private')} AS apart, finished_at, date_trunc('day', finished_at, 'UTC') AS day,
    coalesce(readable->>'code', 'unknown') AS code,
    left(regexp_replace(coalesce(readable->>'message', readable->>'code', 'unknown'), ${IDS}, '#', 'gi'),
      ${MAX_ERROR_LENGTH}) AS message
  FROM picked, LATERAL (SELECT regexp_replace(error::text, ${UNREADABLE})::json AS readable) AS e
  WHERE status = 'failure'
), fresh AS (
  SELECT organization_id, apart, day, message,
    row_number() OVER (PARTITION BY organization_id, apart, day ORDER BY message) + (
      SELECT count(*) FROM error_tallies t
      WHERE t.organization_id = f.organization_id AND t.grain = 'day' AND t.bucket = f.day
        AND t.workflow_id = f.apart
    ) AS place
  FROM (SELECT DISTINCT organization_id, apart, day, message FROM failures) f
  WHERE NOT EXISTS (
    SELECT FROM error_tallies t
    WHERE t.organization_id = f.organization_id AND t.grain = 'day' AND t.bucket = f.day
      AND t.error = f.message AND t.workflow_id = f.apart)
), errors AS (
  SELECT organization_id, apart, finished_at,
    CASE WHEN place > ${MAX_ERRORS} THEN left(code, 100) || ': other messages' ELSE message END AS error
  FROM failures LEFT JOIN fresh USING (organization_id, apart, day, message)
), error_counts AS (
  INSERT INTO error_tallies AS t (organization_id, workflow_id, grain, bucket, error, count, last_at)
  SELECT organization_id, apart, grain, date_trunc(grain, finished_at, 'UTC'), error, count(*),
    max(finished_at)
  FROM errors, unnest(ARRAY['hour', 'day']) AS grain
  GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (organization_id, grain, bucket, error, workflow_id) DO UPDATE SET
    count = t.count + excluded.count, last_at = greatest(t.last_at, excluded.last_at)
), nodes AS MATERIALIZED (
  SELECT n.organization_id, ${apartIf('p.private', 'p.workflow_id')} AS apart, n.type, n.finished_at, n.status,
    CASE WHEN n.path = p.trigger_node_id THEN 'trigger' ELSE 'action' END AS kind,
    greatest(0, extract(epoch FROM n.finished_at - n.started_at) * 1000)::double precision AS ms
  FROM picked p
  JOIN run_nodes n ON n.organization_id = p.organization_id AND n.run_id = p.id
  WHERE n.status IN ('success', 'partial', 'failure') AND NOT n.reused
    AND n.started_at IS NOT NULL AND n.finished_at > coalesce(p.tallied_end, '-infinity')
), node_counts AS (
  INSERT INTO node_tallies AS t (organization_id, workflow_id, kind, type, hour, executions, latency_ms)
  SELECT organization_id, apart, kind, type, date_trunc('hour', finished_at, 'UTC'), count(*), sum(ms)
  FROM nodes GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (organization_id, kind, type, hour, workflow_id) DO UPDATE SET
    executions = t.executions + excluded.executions, latency_ms = t.latency_ms + excluded.latency_ms
), totals AS (
  INSERT INTO node_totals AS t (organization_id, workflow_id, kind, type, executions, succeeded, latency_ms)
  SELECT organization_id, apart, kind, type, count(*),
    count(*) FILTER (WHERE status = 'success'), sum(ms)
  FROM nodes GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT (organization_id, kind, type, workflow_id) DO UPDATE SET
    executions = t.executions + excluded.executions, succeeded = t.succeeded + excluded.succeeded,
    latency_ms = t.latency_ms + excluded.latency_ms
), latencies AS (
  INSERT INTO latency_tallies AS t (organization_id, workflow_id, type, grain, bucket, slot, count)
  SELECT organization_id, apart, type, grain, date_trunc(grain, finished_at, 'UTC'),
    ${slotSql('ms')}, count(*)
  FROM nodes, unnest(ARRAY['hour', 'day']) AS grain
  WHERE kind = 'action' GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
  ON CONFLICT (organization_id, type, grain, bucket, slot, workflow_id) DO UPDATE SET count = t.count + excluded.count
)
SELECT count(*)::integer AS tallied FROM picked`,
};
