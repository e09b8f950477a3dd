import { IS_PUBLIC } from '../public/public-workflows.service';
import type { Statement } from '../record/statements';
import type { FoundExecution } from './execution-status';

/** Events of one answer. */
const MAX_EVENTS = 500;

const COLUMNS = `e.organization_id AS "organizationId", e.id, e.workflow_id AS "workflowId",
  e.run_id AS "runId", e.source_system AS "sourceSystem", e.source_entity_type AS "sourceEntityType",
  e.source_entity_id AS "sourceEntityId", e.external_ref AS "externalRef",
  e.idempotency_key AS "idempotencyKey", e.request_payload AS "requestPayload",
  e.client_safe_metadata AS "clientSafeMetadata", e.token_expires_at AS "tokenExpiresAt",
  e.created_at AS "createdAt", e.updated_at AS "updatedAt",
  r.status, r.last_seq AS "lastSeq", r.started_at AS "startedAt", r.finished_at AS "finishedAt"`;

const FROM = `FROM executions e
  LEFT JOIN runs r ON r.organization_id = e.organization_id AND r.id = e.run_id`;

export const FIND_EXECUTION: Statement = {
  name: 'weft_find_execution',
  text: `SELECT ${COLUMNS} ${FROM} WHERE e.organization_id = $1 AND e.id = $2`,
};

/** A workflow that is public no more takes its executions with it. */
export const FIND_EXECUTION_BY_TOKEN: Statement = {
  name: 'weft_find_execution_by_token',
  text: `SELECT ${COLUMNS} ${FROM}
    JOIN workflows w ON w.organization_id = e.organization_id AND w.id = e.workflow_id AND ${IS_PUBLIC}
    WHERE e.token_hash = $1 AND e.id = $2 AND e.token_expires_at > now()`,
};

export const EXECUTION_EVENTS: Statement = {
  name: 'weft_execution_events',
  text: `SELECT seq, type, data, at FROM run_events WHERE organization_id = $1 AND run_id = $2
    ORDER BY seq DESC LIMIT ${MAX_EVENTS}`,
};

/** Unless its run was started after all, by a request that came at the same time. */
export const DROP_EXECUTION: Statement = {
  name: 'weft_drop_execution',
  text: `DELETE FROM executions e WHERE e.organization_id = $1 AND e.id = $2
    AND NOT EXISTS (SELECT FROM runs r WHERE r.organization_id = $1 AND r.id = e.run_id)
    RETURNING id`,
};

/** As the statements answer it. */
export type ExecutionRow = Omit<FoundExecution, 'run'> & FoundExecution['run'];

export function found({
  status,
  lastSeq,
  startedAt,
  finishedAt,
  ...execution
}: ExecutionRow): FoundExecution {
  return { ...execution, run: { status, lastSeq, startedAt, finishedAt } };
}
