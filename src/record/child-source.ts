import type { Pool } from 'pg';
import { ActionError } from '../../activities/action';
import type { Json, JsonObject } from '../../definition/json';
import type { Plan } from '../../definition/plan/types';
import { isHiddenFrom } from '../workflows/workflow-access';
import { run, type Statement } from './statements';
import type { RunReference } from './types';

/** Levels of `trigger-workflow`: a workflow that calls itself ends here. */
export const MAX_CHILD_DEPTH = 10;

/** The version that a child runs. */
export interface ChildSource {
  organizationId: string;
  workflowId: string;
  name: string;
  version: number;
  definition: JsonObject;
  plan: Plan | null;
  parentDepth: number;
  /** Set when an earlier attempt has made the child already: it keeps its version and time. */
  startedAt: Date | null;
}

/** Without a version there is no such workflow. */
type Row = Omit<ChildSource, 'organizationId' | 'workflowId' | 'version'> & {
  status: string | null;
  version: number | null;
};

/** In whose name children are started: of who owns the workflow, and of who started a definition that has none. */
const OWNER = `coalesce(CASE WHEN parent.workflow_id = '' THEN parent.triggered_by
  ELSE caller.owner_user_id END, '')`;

// A child that exists keeps its version; else the live one; else, never published, the draft.
const FIND: Statement = {
  name: 'weft_child_source',
  text: `SELECT parent.depth AS "parentDepth", w.name, w.status, v.number AS version, v.definition,
      v.plan, child.started_at AS "startedAt"
    FROM runs parent
    LEFT JOIN workflows caller
      ON caller.organization_id = parent.organization_id AND caller.id = parent.workflow_id
    LEFT JOIN workflows w ON w.organization_id = parent.organization_id AND w.id = $3
      AND (w.id = parent.workflow_id OR NOT ${isHiddenFrom(OWNER)} OR EXISTS (
        SELECT FROM organization_members m
        WHERE m.organization_id = parent.organization_id AND m.user_id = ${OWNER}
          AND m.role = 'owner'))
    LEFT JOIN runs child ON child.organization_id = parent.organization_id AND child.id = $4
    LEFT JOIN workflow_versions v
      ON v.organization_id = w.organization_id AND v.workflow_id = w.id
      AND v.number = coalesce(
        child.workflow_version, w.live_version, w.draft_version, w.current_version)
    WHERE parent.organization_id = $1 AND parent.id = $2`,
};

/** One statement. Throws {@link ActionError} when there is nothing that may run. */
export async function findChildSource(
  pool: Pool,
  parent: RunReference,
  childRunId: string,
  workflowId: Json | undefined,
): Promise<ChildSource> {
  if (typeof workflowId !== 'string' || workflowId.includes('\0')) throw unknown(workflowId);
  const [row] = await run<Row>(pool, FIND, [
    parent.organizationId,
    parent.runId,
    workflowId,
    childRunId,
  ]);
  if (!row) throw new ActionError('run_ended', 'The run has ended');
  const { version } = row;
  if (version === null) throw unknown(workflowId);
  if (row.startedAt === null && row.status === 'archived') {
    throw new ActionError('workflow_archived', `The workflow ${workflowId} is archived`);
  }
  if (row.parentDepth >= MAX_CHILD_DEPTH) {
    throw new ActionError(
      'too_deep',
      `Workflows call each other more than ${MAX_CHILD_DEPTH} levels deep`,
    );
  }
  return { ...row, version, organizationId: parent.organizationId, workflowId };
}

function unknown(workflowId: Json | undefined): ActionError {
  return new ActionError(
    'workflow_not_found',
    `There is no workflow ${JSON.stringify(workflowId)}`,
  );
}
