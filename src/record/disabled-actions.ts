import type { Pool } from 'pg';
import type { Plan } from '../../definition/plan/types';
import { run, type Statement } from './statements';

/** Which of the types in `$2` the organization `$1` has disabled. */
export const DISABLED_ACTIONS: Statement = {
  name: 'weft_disabled_actions',
  text: `SELECT action_type AS type FROM organization_restrictions
    WHERE organization_id = $1 AND type = 'disabled_action' AND action_type = ANY ($2::text[])
    ORDER BY action_type`,
};

export function actionTypesOf({ nodes }: Plan): string[] {
  return [...new Set(nodes.map(({ type }) => type))];
}

/** Which of these types the organization has disabled. */
export async function disabledActions(
  pool: Pool,
  organizationId: string,
  types: readonly string[],
): Promise<string[]> {
  const parameters = [organizationId, types];
  const rows = await run<{ type: string }>(pool, DISABLED_ACTIONS, parameters);
  return rows.map(({ type }) => type);
}
