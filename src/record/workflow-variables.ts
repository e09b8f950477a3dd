import type { Pool } from 'pg';
import type { VariableDef } from '../../definition/variables';
import { run, type Statement } from './statements';

/** Columns of a {@link VariableDef}. */
export const VARIABLES_OF_WORKFLOW: Statement = {
  name: 'weft_variables_of_workflow',
  text: `SELECT name, type, lifetime, default_value AS "default", description FROM workflow_variables
    WHERE organization_id = $1 AND workflow_id = $2 ORDER BY name`,
};

/** Adds those of `$3`, a JSON list, that the workflow `$2` does not have yet, as far as it has room for `$4`. */
export const ADD_VARIABLES = `
  INSERT INTO workflow_variables
    (organization_id, workflow_id, name, type, lifetime, default_value, description)
  SELECT $1, $2, new.name, new.type, new.lifetime,
    CASE WHEN json_typeof(new.default) <> 'null' THEN new.default END, new.description
  FROM json_to_recordset($3) AS new(name text, type text, lifetime text, "default" json, description text)
  WHERE NOT EXISTS (
    SELECT FROM workflow_variables
    WHERE organization_id = $1 AND workflow_id = $2 AND name = new.name)
  LIMIT greatest(0, $4 - (
    SELECT count(*) FROM workflow_variables WHERE organization_id = $1 AND workflow_id = $2))
  ON CONFLICT (organization_id, workflow_id, name) DO NOTHING`;

export function variablesOfWorkflow(
  pool: Pool,
  { organizationId, workflowId }: { organizationId: string; workflowId: string },
): Promise<VariableDef[]> {
  return run<VariableDef>(pool, VARIABLES_OF_WORKFLOW, [organizationId, workflowId]);
}
