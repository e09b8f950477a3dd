import type { EntityManager } from 'typeorm';

const PAUSE = `
  UPDATE workflows SET status = 'paused', paused_reason = 'cu_exhausted', updated_at = now()
  WHERE organization_id = $1 AND status = 'active'`;

// What was disabled in the meantime stays paused, for that reason.
const RESUME = `
  UPDATE workflows w SET
    status = CASE WHEN d.disabled THEN 'paused' ELSE 'active' END,
    paused_reason = CASE WHEN d.disabled THEN 'disabled_action' END,
    updated_at = now()
  FROM workflow_versions v, LATERAL (
    SELECT EXISTS (
      SELECT FROM organization_restrictions r, json_each(v.definition->'nodes') AS node
      WHERE r.organization_id = v.organization_id AND r.type = 'disabled_action'
        AND r.action_type = node.value->>'type'
    ) AS disabled
  ) d
  WHERE w.organization_id = $1 AND w.status = 'paused' AND w.paused_reason = 'cu_exhausted'
    AND v.organization_id = w.organization_id AND v.workflow_id = w.id
    AND v.number = w.live_version`;

/** Asked before a workflow is made active. */
export async function isOutOfCu(manager: EntityManager, organizationId: string): Promise<boolean> {
  const [row] = await manager.query<{ exhausted: boolean }[]>(
    'SELECT weft_cu_exhausted($1) AS exhausted',
    [organizationId],
  );
  return row?.exhausted === true;
}

/** Nothing triggers by itself any more. Runs under way go on. */
export async function pauseForWantOfCu(
  manager: EntityManager,
  organizationId: string,
): Promise<void> {
  await manager.query(PAUSE, [organizationId]);
}

/** What was paused for want of compute units, and for nothing else, goes on. */
export async function resumeWithCu(manager: EntityManager, organizationId: string): Promise<void> {
  await manager.query(RESUME, [organizationId]);
}
