import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { ProgressEvent } from '../../definition/progress';
import { createCatalog } from '../../activities/catalog';
import { Tariff } from '../../src/cu/tariff';
import { createDataSource, poolOf } from '../../src/database/data-source';
import { newId } from '../../src/database/ids';
import { ChildRuns, type ChildRules } from '../../src/record/child-runs';
import { Claims } from '../../src/record/claims';
import type { Price } from '../../src/record/price';
import { PgRunRecord, type ChildEnd } from '../../src/record/run-record';
import type { NewRun } from '../../src/record/new-run';
import { RunRows } from '../../src/record/run-rows';
import type { RunReference } from '../../src/record/types';
import { createTestDatabase } from './database';

export const ORGANIZATION = 'org_test';
export const NOTHING = { events: [], acks: [] };

export interface RecordFixture {
  url: string;
  dataSource: DataSource;
  pool: Pool;
  record: PgRunRecord;
  rows: RunRows;
  claims: Claims;
  /** Runs that were said to have changed, in order. */
  changed: string[];
  childEnds: ChildEnd[];
  /** Writes the row of a run. */
  newRun(row?: Partial<NewRun>): Promise<RunReference>;
  /** One row of a query. */
  one(sql: string, ...values: unknown[]): Promise<Record<string, unknown>>;
  /** `seq type path` of each event of a run. */
  events(run: RunReference): Promise<string[]>;
  close(): Promise<void>;
}

const tariff = new Tariff(createCatalog().catalog);
/** What the service charges when nobody has set anything. */
export const price: Price = (event) => tariff.price(event);

const NO_CHILDREN: ChildRules = {
  compile: () => ({ problems: ['not compiled here'] }),
  checkInput: () => [],
  toStart: () => {
    throw new Error('No child is started here.');
  },
};

/** The record on a database of its own. */
export async function createRecord(
  options: { rules?: ChildRules; changed?: (runId: string) => void; poolSize?: number } = {},
): Promise<RecordFixture> {
  const database = await createTestDatabase();
  const dataSource = await createDataSource({
    url: database.url,
    poolSize: options.poolSize ?? 20,
  }).initialize();
  const pool = poolOf(dataSource);
  await pool.query('INSERT INTO organizations (id, name) VALUES ($1, $1)', [ORGANIZATION]);
  const changed: string[] = [];
  const childEnds: ChildEnd[] = [];
  const record = new PgRunRecord(
    pool,
    new ChildRuns(pool, options.rules ?? NO_CHILDREN, price),
    {
      changed: (runId) => {
        changed.push(runId);
        options.changed?.(runId);
      },
      childEnded: (parent) => childEnds.push(parent),
    },
    price,
  );
  const rows = new RunRows(pool);
  const fixture: RecordFixture = {
    url: database.url,
    dataSource,
    pool,
    record,
    rows,
    claims: new Claims(pool),
    changed,
    childEnds,
    newRun: async (row) => {
      const run = newRunRow(row);
      expect(await rows.create(run)).toBe('created');
      return { runId: run.id, organizationId: run.organizationId, workflowId: run.workflowId };
    },
    one: async (sql, ...values) => {
      const result = await pool.query<Record<string, unknown>>(sql, values);
      expect(result.rows).toHaveLength(1);
      return result.rows[0] ?? {};
    },
    events: async ({ runId }) => {
      const result = await pool.query<{ line: string }>(
        `SELECT concat_ws(' ', seq, type, data->>'path') AS line
         FROM run_events WHERE run_id = $1 ORDER BY seq`,
        [runId],
      );
      return result.rows.map(({ line }) => line);
    },
    close: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
  return fixture;
}

export function newRunRow(row: Partial<NewRun> = {}): NewRun {
  return {
    organizationId: ORGANIZATION,
    id: newId('run'),
    workflowId: 'wf_test',
    workflowVersion: 1,
    triggerNodeId: 'root',
    triggerPayload: {},
    triggerResult: { body: {} },
    propValues: {},
    triggerSource: 'manual',
    triggeredBy: 'key_test',
    depth: 0,
    startedAt: new Date(),
    actionTypes: [],
    ...row,
  };
}

/** An event of node `path`, or of the run when there is no path. */
export function event(
  key: string,
  type: ProgressEvent['type'],
  status: ProgressEvent['status'],
  more: Partial<ProgressEvent> = {},
): ProgressEvent {
  const node = more.path === undefined ? {} : { nodeId: more.path, nodeType: 'log' };
  return { key, type, status, at: 1_700_000_000_000, ...node, ...more };
}
