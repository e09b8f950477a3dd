import type { Pool, QueryResultRow } from 'pg';
import { EVENT_FIELDS, eventArgument, eventRowsSql, eventSql, eventsSql } from './event-parameters';

/** A statement that each connection prepares once. */
export interface Statement {
  name: string;
  text: string;
}

const afterEvents = 3 + EVENT_FIELDS;

/** `$1` is the organization, `$2` the run; events, then acks, then the rest. */
export const BEGIN: Statement = beginStatement(
  'weft_begin',
  `${eventsSql(3)}, $${afterEvents}::text[]`,
  afterEvents + 1,
);

/** {@link BEGIN} of an attempt that carries nothing, as most do. */
export const BEGIN_ALONE: Statement = beginStatement('weft_begin_alone', 'NULL, NULL', 3);

function beginStatement(name: string, carried: string, event: number): Statement {
  const rest = event + EVENT_FIELDS;
  return {
    name,
    text: `SELECT kind, number, value FROM weft_begin($1, $2, ${carried},
      ${eventSql(event)}, $${rest}, $${rest + 1}, $${rest + 2})`,
  };
}

/** {@link BEGIN} of several attempts of one run. What they carry goes with the first. */
export const BEGIN_TOGETHER: Statement = {
  name: 'weft_begin_together',
  text: `SELECT b.kind, b.number, b.value
    FROM ${eventRowsSql(afterEvents + 1, ['integer', 'integer', 'boolean'])},
      weft_begin($1, $2, CASE ordinal WHEN 1 THEN ${eventsSql(3)} END,
        CASE ordinal WHEN 1 THEN $${afterEvents}::text[] END,
        ${eventArgument}, extra_1, extra_2, extra_3) AS b
    ORDER BY ordinal`,
};

export const SUCCEED: Statement = {
  name: 'weft_succeed',
  text: `SELECT weft_succeed($1, $2, ${eventSql(3)}, $${afterEvents}) AS written`,
};

/** {@link SUCCEED} of several attempts of one run. */
export const SUCCEED_TOGETHER: Statement = {
  name: 'weft_succeed_together',
  text: `SELECT weft_succeed($1, $2, ${eventArgument}, extra_1) AS written
    FROM ${eventRowsSql(3, ['integer'])}`,
};

export const SETTLE: Statement = {
  name: 'weft_settle_attempt',
  text: 'SELECT kind, value FROM weft_settle_attempt($1, $2, $3, $4, $5)',
};

/** `$1` is the organization, `$2` the run; the attempt is closed, and why it failed is kept. */
const RELEASED = `released AS (
    UPDATE run_nodes SET attempt_open = false, error = $5
    WHERE organization_id = $1 AND run_id = $2 AND path = $3 AND attempt = $4
      AND attempt_open AND finished_at IS NULL
      AND EXISTS (SELECT FROM runs WHERE organization_id = $1 AND id = $2 AND NOT ended)
    RETURNING path, node_id, type, attempts
  ), failed AS (
    INSERT INTO run_attempt_errors
      (organization_id, run_id, after_seq, path, node_id, type, attempt, error, at)
    SELECT $1, $2, r.last_seq, path, node_id, type, attempts, $5::json, now()
    FROM released, runs r WHERE r.organization_id = $1 AND r.id = $2
    ON CONFLICT DO NOTHING
  )`;

export const RELEASE: Statement = {
  name: 'weft_release',
  text: `WITH ${RELEASED} SELECT FROM released`,
};

/** Codes of what a node was refused by a rule of the house rather than by another service. */
export const REFUSED_CODES: ReadonlySet<string> = new Set([
  'egress_refused',
  'action_disabled',
  'cu_exhausted',
  'workflow_exhausted',
  'workflow_paused',
  'workflow_cooling_down',
]);

/** Of a row of the audit log that tells what a node was refused. */
export const REFUSAL_COLUMNS = `INSERT INTO audit_entries (organization_id, id, at, outcome, actor_type,
    actor_id, operation, resource_type, resource_id, code, reason, run_id)`;

/** {@link RELEASE} with a row of the audit log: `$6` is its id, `$7` the code, `$8` the reason. */
export const RELEASE_REFUSED: Statement = {
  name: 'weft_release_refused',
  text: `WITH ${RELEASED}
    ${REFUSAL_COLUMNS}
    SELECT $1, $6, now(), 'refused', 'run', $2, 'runNode', 'node', path, $7, $8, $2 FROM released`,
};

/** A row of the audit log alone: `$3` is the address of the node, `$4` its id, `$5` the code, `$6` the reason. */
export const NOTE_REFUSAL: Statement = {
  name: 'weft_note_refusal',
  text: `${REFUSAL_COLUMNS}
    VALUES ($1, $4, now(), 'refused', 'run', $2, 'runNode', 'node', $3, $5, $6, $2)`,
};

export const FLUSH: Statement = {
  name: 'weft_flush',
  text: `SELECT weft_flush($1, $2, ${eventsSql(3)}, $${afterEvents}::text[])
    OR weft_is_over($1, $2, $${afterEvents + 1}) AS written`,
};

export const END: Statement = {
  name: 'weft_end',
  text: `SELECT written, claim_run, claim_path, claim_id, claim_payload,
      CASE WHEN written AND $${afterEvents + 1}::text IN ('failure', 'cancelled')
        THEN weft_cancel_children($1, $2) END AS cancelled_children
    FROM weft_end($1, $2, ${eventsSql(3)}, $${afterEvents}::text[],
      $${afterEvents + 1}::text, $${afterEvents + 2}, $${afterEvents + 3}, $${afterEvents + 4},
      $${afterEvents + 5})`,
};

export const CLAIM_TIMEOUT: Statement = {
  name: 'weft_claim_timeout',
  text: `SELECT claim_id, claim_name, claim_payload, claim_source
    FROM weft_claim_timeout($1, $2, $3, $4, $5::text[])`,
};

export const CLAIM_RESUME: Statement = {
  name: 'weft_claim_resume',
  text: 'SELECT weft_claim_resume($1, $2, $3, $4, $5, $6, $7, $8, $9) AS outcome',
};

export async function run<Row extends QueryResultRow>(
  pool: Pool,
  statement: Statement,
  values: unknown[],
): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ ...statement, values });
  return rows;
}
