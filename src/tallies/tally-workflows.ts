import type { Statement } from '../record/statements';

/** The version that a workflow is counted with; 0, which none has, once it is archived. */
const SHOWN = `CASE WHEN status = 'archived' THEN 0
  ELSE coalesce(draft_version, live_version, current_version) END`;

/** As in the index. */
const IS_STALE = `tallied_version IS DISTINCT FROM ${SHOWN}
  OR tallied_private IS DISTINCT FROM (visibility = 'private')`;

/** Counts by node type the workflows that show another version than they are counted with, or to others, `$1` at most. */
export const TALLY_WORKFLOWS: Statement = {
  name: 'weft_tally_workflows',
  text: `
WITH picked AS MATERIALIZED (
  SELECT organization_id, id, ${SHOWN} AS version, visibility = 'private' AS private,
    tallied_types, tallied_private
  FROM workflows
  WHERE ${IS_STALE}
  ORDER BY id LIMIT $1
  FOR NO KEY UPDATE SKIP LOCKED
), shown AS MATERIALIZED (
  SELECT p.organization_id, p.id, p.version, p.private, p.tallied_types, p.tallied_private,
    ARRAY(
    SELECT DISTINCT CASE WHEN triggers.ids ? node.key THEN 'trigger ' ELSE 'action ' END
      || (node.value->>'type')
    FROM workflow_versions v
    CROSS JOIN LATERAL (
      SELECT coalesce((v.definition->'triggerNodeIds')::jsonb, '["root"]') AS ids) AS triggers
    CROSS JOIN LATERAL json_each(v.definition->'nodes') AS node
    WHERE v.organization_id = p.organization_id AND v.workflow_id = p.id AND v.number = p.version
  ) AS types
  FROM picked p
), marked AS (
  UPDATE workflows w SET tallied_version = s.version, tallied_types = s.types,
    tallied_private = s.private
  FROM shown s WHERE w.organization_id = s.organization_id AND w.id = s.id
), changes AS (
  SELECT organization_id, CASE WHEN private THEN id ELSE '' END AS apart, type, 1 AS sign
  FROM shown, unnest(types) AS type
  UNION ALL
  SELECT organization_id, CASE WHEN tallied_private THEN id ELSE '' END, type, -1
  FROM shown, unnest(tallied_types) AS type
), counts AS (
  INSERT INTO node_totals AS t (organization_id, workflow_id, kind, type, workflows)
  SELECT organization_id, apart, split_part(type, ' ', 1), substr(type, strpos(type, ' ') + 1),
    sum(sign)
  FROM changes GROUP BY 1, 2, 3, 4 HAVING sum(sign) <> 0 ORDER BY 1, 2, 3, 4
  ON CONFLICT (organization_id, kind, type, workflow_id) DO UPDATE SET workflows = t.workflows + excluded.workflows
)
SELECT count(*)::integer AS tallied FROM picked`,
};
