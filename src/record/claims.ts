import type { Pool } from 'pg';
import type { Json } from '../../definition/json';
import { newId } from '../database/ids';
import type { GrantedClaim } from '../runs/run-engine';
import { CLAIM_RESUME, run } from './statements';

/** Resumes that a run may have before their waits are over. */
export const MAX_OPEN_RESUMES = 1_000;
/** Bytes of JSON that they may have together: a run keeps them in its state. */
export const MAX_OPEN_RESUME_BYTES = 4 * 1024 * 1024;

export interface Resume {
  organizationId: string;
  runId: string;
  /** Address of the wait, which need not be reached yet. */
  address: string;
  /** For waits that take several resumes. */
  name?: string;
  payload: Json;
  /** `manual` or the trigger type that woke it. */
  source: string;
}

export type ResumeOutcome =
  | { kind: 'claimed'; claim: GrantedClaim }
  /** This wait, under this name, has been resumed before. */
  | { kind: 'duplicate' }
  | { kind: 'timed-out' }
  /** The wait is over without it: skipped, cancelled, or other names were enough. */
  | { kind: 'settled' }
  | { kind: 'run-ended' }
  /** It is to be cancelled, and ends as soon as it can. */
  | { kind: 'cancelling' }
  | { kind: 'too-many' }
  | { kind: 'unknown-run' };

/** A claim that its run has not acknowledged. */
export interface OpenClaim {
  organizationId: string;
  runId: string;
  kind: 'resume' | 'child';
  claim: GrantedClaim;
}

/** The right to wake a wait, granted once. */
export class Claims {
  constructor(private readonly pool: Pool) {}

  /** One statement. A granted claim is committed: signal it; until the run acknowledges it, it is signalled again. */
  async resume(resume: Resume): Promise<ResumeOutcome> {
    const { organizationId, runId, address, name, payload, source } = resume;
    // PostgreSQL text can't hold it, so no such run or wait exists.
    if ([runId, address, name].some((text) => text?.includes('\0'))) return { kind: 'unknown-run' };
    const id = newId('clm');
    const [row] = await run<{ outcome: ResumeOutcome['kind'] }>(this.pool, CLAIM_RESUME, [
      organizationId,
      runId,
      address,
      name ?? '',
      id,
      JSON.stringify(payload),
      source,
      MAX_OPEN_RESUMES,
      MAX_OPEN_RESUME_BYTES,
    ]);
    if (!row) throw new Error('The record gave no answer.');
    if (row.outcome !== 'claimed') return { kind: row.outcome };
    return {
      kind: 'claimed',
      claim: { id, address, ...(name !== undefined && name !== '' && { name }), payload, source },
    };
  }

  /**
   * Claims of open runs older than `before` that were not acknowledged, the oldest first: a child may have
   * ended while its parent did, and nobody is there any more to acknowledge that. One that has been signalled
   * again is left alone for as long as it had been open then, at most an hour: each signal is an event in
   * the history of a run that may be waiting for its worker.
   */
  async notAcknowledged(before: Date, limit: number): Promise<OpenClaim[]> {
    const { rows } = await this.pool.query<{
      organization_id: string;
      run_id: string;
      kind: 'resume' | 'child';
      id: string;
      path: string;
      name: string;
      payload: Json;
      source: string;
    }>(
      `SELECT organization_id, run_id, kind, id, path, name, payload, source FROM run_claims c
       WHERE acked_at IS NULL AND kind <> 'timeout' AND created_at < $1
         AND (signalled_at IS NULL
           OR signalled_at + least(signalled_at - created_at, interval '1 hour') < now())
         AND EXISTS (
           SELECT FROM runs r
           WHERE r.organization_id = c.organization_id AND r.id = c.run_id AND NOT r.ended)
       ORDER BY created_at LIMIT $2`,
      [before, limit],
    );
    return rows.map((row) => ({
      organizationId: row.organization_id,
      runId: row.run_id,
      kind: row.kind,
      claim: {
        id: row.id,
        address: row.path,
        ...(row.name !== '' && { name: row.name }),
        payload: row.payload,
        source: row.source,
      },
    }));
  }

  /** Notes that the run was told of it again. */
  async signalled({ organizationId, runId, claim }: OpenClaim): Promise<void> {
    await this.pool.query(
      `UPDATE run_claims SET signalled_at = now()
       WHERE organization_id = $1 AND run_id = $2 AND id = $3`,
      [organizationId, runId, claim.id],
    );
  }
}
