import type { Statement } from './statements';

/**
 * Undoes an end. Events that come again have the keys they had, so the old ones are renamed; successes
 * stay, the first one wins; what was not successful may happen again, in attempts that count anew. So may its waits:
 * they are told again of their resumes, and of the runs that have ended while nobody waited for them.
 */
export const REOPEN: Statement = {
  name: 'weft_reopen',
  text: `WITH run AS (
      UPDATE runs SET ended = false, ended_by = NULL, status = 'running', finished_at = NULL, error = NULL,
        output = NULL, cancel_requested_at = NULL
      WHERE organization_id = $1 AND id = $2 AND ended RETURNING last_seq
    ), nodes AS (
      UPDATE run_nodes SET status = 'pending', finished_at = NULL, result = NULL, error = NULL,
        branch = NULL, wake_at = NULL, attempt = 0, attempts = 0
      FROM run WHERE organization_id = $1 AND run_id = $2 AND status NOT IN ('success', 'partial')
      RETURNING path
    ), events AS (
      UPDATE run_events SET key = 'until_' || last_seq || ':' || key
      FROM run WHERE organization_id = $1 AND run_id = $2
    ), timeouts AS (
      DELETE FROM run_claims USING run
      WHERE organization_id = $1 AND run_id = $2 AND kind = 'timeout'
        AND (consumed_at IS NULL OR path IN (SELECT path FROM nodes))
    ), claims AS (
      UPDATE run_claims SET acked_at = NULL, consumed_at = NULL
      FROM run WHERE organization_id = $1 AND run_id = $2 AND kind <> 'timeout'
        AND (consumed_at IS NULL OR path IN (SELECT path FROM nodes))
    ), children AS (
      INSERT INTO run_claims
        (organization_id, run_id, path, kind, name, id, payload, source, created_at)
      SELECT $1, $2, child.parent_path, 'child', '', 'child_' || child.id,
        json_build_object('runId', child.id, 'status', child.status, 'output', child.output,
          'error', child.error), 'child', clock_timestamp()
      FROM run, runs child
      WHERE child.organization_id = $1 AND child.parent_run_id = $2 AND child.parent_waits
        AND child.ended
      ON CONFLICT DO NOTHING
    )
    SELECT last_seq FROM run`,
};
