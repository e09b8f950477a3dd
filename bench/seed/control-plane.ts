import type { Client } from 'pg';
import { ORGANIZATION } from './organization';
import { RECORDS } from './records';
import { RUN_DETAILS, RUNS } from './runs';
import { TALLIES } from './tallies';
import { TEMPLATES } from './templates';
import { WORKFLOWS } from './workflows';

/** Runs of one statement. */
const BATCH = 100_000;
/** Summed up at once: a part of a day, as by a service that does it all the time. */
const FOLDED = 2_000;

export interface Seed {
  /** The workflow that is copied. */
  workflowId: string;
  workflows: number;
  runs: number;
}

/**
 * Fills a database with copies of a workflow, their runs over the time before now, and what an organization gathers
 * beside them. The statements read what they need from the table `seed`.
 */
export async function seedControlPlane(database: Client, seed: Seed): Promise<void> {
  await database.query(
    `CREATE TEMP TABLE seed AS SELECT *, 0 AS workflow_count, 0 AS run_count, interval '0' AS span
     FROM workflows LIMIT 0`,
  );
  await database.query(
    `INSERT INTO seed SELECT *, $2::integer, $3::integer, $3::integer * interval '31 seconds'
     FROM workflows WHERE id = $1`,
    [seed.workflowId, seed.workflows, seed.runs],
  );
  for (const statement of [...WORKFLOWS, ...ORGANIZATION, ...TEMPLATES]) {
    await database.query(statement);
  }
  for (let from = 1; from <= seed.runs; from += BATCH) {
    await database.query(RUNS, [from, Math.min(seed.runs, from + BATCH - 1)]);
  }
  for (const statement of [...RUN_DETAILS, ...RECORDS, ...TALLIES]) await database.query(statement);
  await foldRunCounts(database);
  await database.query('DROP TABLE seed');
  await database.query('VACUUM ANALYZE');
  // Else all that was seeded is written to disk while it is measured.
  await database.query('CHECKPOINT');
}

/** The service sums up too, and only one of the two at a time does something. */
async function foldRunCounts(database: Client): Promise<void> {
  for (let isLeft = true; isLeft;) {
    await database.query('SELECT weft_fold_run_counts($1)', [FOLDED]);
    const { rowCount } = await database.query('SELECT FROM run_count_changes LIMIT 1');
    isLeft = rowCount !== 0;
  }
  // What a year of autovacuum keeps small, the seed leaves behind in a minute: 132 MB for 20,000 rows.
  await database.query('VACUUM FULL run_counts');
}
