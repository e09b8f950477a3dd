import type { EntityManager } from 'typeorm';
import { holdRestrictions } from '../restrictions/restriction-lock';

const PAUSE = `
  UPDATE workflows SET status = 'paused', paused_reason = 'cu_exhausted', updated_at = now()
  WHERE organization_id = $1 AND status = 'active'`;

// What may not go on for another reason by now stays paused, for that one.
const RESUME = `
  WITH resumed AS (
  UPDATE workflows w SET
    status = CASE WHEN p.reason IS NULL THEN 'active' ELSE 'paused' END,
    paused_reason = p.reason,
    updated_at = now()
  FROM (
    SELECT w.id, CASE
      WHEN EXISTS (
        SELECT FROM organization_restrictions r, json_each(v.definition->'nodes') AS node
        WHERE r.organization_id = v.organization_id AND r.type = 'disabled_action'
          AND r.action_type = node.value->>'type'
      ) THEN 'disabled_action'
      WHEN EXISTS (SELECT FROM users u WHERE u.id = w.owner_user_id) AND NOT EXISTS (
        SELECT FROM organization_members m
        WHERE m.organization_id = w.organization_id AND m.user_id = w.owner_user_id
      ) THEN 'member_removed' END AS reason
    FROM workflows w
    JOIN workflow_versions v ON v.organization_id = w.organization_id
      AND v.workflow_id = w.id AND v.number = w.live_version
    WHERE w.organization_id = $1 AND w.status = 'paused' AND w.paused_reason = 'cu_exhausted'
  ) p
  WHERE w.organization_id = $1 AND w.id = p.id
    AND w.status = 'paused' AND w.paused_reason = 'cu_exhausted'
  RETURNING w.organization_id, w.id, w.status
  )
  SELECT weft_note_own_change(organization_id, 'resumeWorkflow', 'workflow', id,
    '{"pausedReason":"cu_exhausted"}') FROM resumed WHERE status = 'active'`;

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
  await holdRestrictions(manager, organizationId);
  await manager.query(RESUME, [organizationId]);
}
