import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApiError } from '../common/errors';
import { poolOf } from '../database/data-source';
import { run, type Statement } from '../record/statements';
import type { PublicWorkflow } from './public-workflows.service';

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

/** Tells of what everybody together may start of a workflow; the statement that writes a run holds it. */
@Injectable()
export class PublicQuotas {
  constructor(private readonly dataSource: DataSource) {}

  /** A 429 with the seconds until the next start may be. */
  async refusal(workflow: PublicWorkflow): Promise<ApiError> {
    const { organizationId, id, cooldownSeconds, dailyLimit } = workflow;
    const pool = poolOf(this.dataSource);
    const values = [organizationId, id, cooldownSeconds, dailyLimit];
    const [wait] = await run<{ cooldown: number | null; day: number | null }>(pool, WAIT, values);
    const isDay = typeof wait?.day === 'number' && wait.day > 0;
    const seconds = Math.max(1, Math.ceil((isDay ? wait.day : wait?.cooldown) ?? 1));
    return ApiError.later(isDay ? 'publicDailyLimit' : 'publicCooldown', seconds);
  }
}
