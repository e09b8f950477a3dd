import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApiError } from '../common/errors';
import { poolOf } from '../database/data-source';
import { run, type Statement } from '../record/statements';
import type { PublicWorkflow } from './public-workflows.service';

/**
 * Takes one start, when cooldown (`$3`, seconds) and daily limit (`$4`) allow it. Starts that come together
 * wait for the row and then see what the one before has left. A clock that goes back does not open a new day.
 */
const TAKE: Statement = {
  name: 'weft_take_public_run',
  text: `INSERT INTO public_run_quotas AS q (organization_id, workflow_id, day, runs, last_at)
    SELECT $1, $2, (at AT TIME ZONE 'UTC')::date, 1, at FROM clock_timestamp() AS at
    ON CONFLICT (organization_id, workflow_id) DO UPDATE SET
      runs = CASE WHEN q.day < excluded.day THEN 1 ELSE q.runs + 1 END,
      day = greatest(q.day, excluded.day), last_at = greatest(q.last_at, excluded.last_at)
    WHERE ($3::integer IS NULL OR q.last_at + $3 * interval '1 second' <= excluded.last_at)
      AND ($4::integer IS NULL OR q.day < excluded.day OR q.runs < $4)
    RETURNING runs`,
};

/** When the next start may be, in seconds from now, by each of the two. */
const WAIT: Statement = {
  name: 'weft_public_run_wait',
  text: `SELECT
      extract(epoch FROM q.last_at + $3::integer * interval '1 second' - now())::double precision
        AS cooldown,
      CASE WHEN q.runs >= $4::integer
        THEN extract(epoch FROM (q.day + 1)::timestamp AT TIME ZONE 'UTC' - now())::double precision
      END AS day
    FROM public_run_quotas q WHERE q.organization_id = $1 AND q.workflow_id = $2`,
};

/** Holds what everybody together may start of a workflow, in the database, for all processes. */
@Injectable()
export class PublicQuotas {
  constructor(private readonly dataSource: DataSource) {}

  /** Counts one start. Throws 429 with the seconds until the next one may be. */
  async take(workflow: PublicWorkflow): Promise<void> {
    const { organizationId, id, cooldownSeconds, dailyLimit } = workflow;
    const pool = poolOf(this.dataSource);
    const values = [organizationId, id, cooldownSeconds, dailyLimit];
    if ((await run(pool, TAKE, values)).length > 0) return;
    const [wait] = await run<{ cooldown: number | null; day: number | null }>(pool, WAIT, values);
    const isDay = typeof wait?.day === 'number' && wait.day > 0;
    const seconds = Math.max(1, Math.ceil((isDay ? wait.day : wait?.cooldown) ?? 1));
    throw ApiError.later(isDay ? 'publicDailyLimit' : 'publicCooldown', seconds);
  }
}
