import type { Json } from '../../definition/json';
import type { ProgressEvent } from '../../definition/progress';
import type { RunVariable } from '../../definition/variables';
import { foundByRun } from '../../src/record/run-rows';
import type { RunReference } from '../../src/record/types';
import {
  createRecord,
  event,
  newRunRow,
  ORGANIZATION,
  type RecordFixture,
} from '../support/record';

const WORKFLOW = 'wf_counting';

let fixture: RecordFixture;
beforeAll(async () => {
  fixture = await createRecord();
  await fixture.pool.query(
    `INSERT INTO workflows (organization_id, id, name, type, current_version)
     VALUES ($1, $2, 'Counting', 'manual', 1)`,
    [ORGANIZATION, WORKFLOW],
  );
});
afterAll(() => fixture.close());

beforeEach(async () => {
  await fixture.pool.query('DELETE FROM workflow_variables');
  await fixture.pool.query(
    `INSERT INTO workflow_variables (organization_id, workflow_id, name, type, lifetime, default_value)
     VALUES ($1, $2, 'counter', 'number', 'persist', '1'), ($1, $2, 'names', 'list', 'persist', NULL),
       ($1, $2, 'own', 'text', 'reset', '"a"')`,
    [ORGANIZATION, WORKFLOW],
  );
});

const newRun = (isSimulation = false): Promise<RunReference> =>
  fixture.newRun({ workflowId: WORKFLOW, variables: 'of-workflow', isSimulation });

/** The success of a `set-variable`, as the scheduler tells of it. */
function set(path: string, name: string, newValue: Json, more: object = {}): ProgressEvent {
  const result = { name, scope: 'workflow', oldValue: null, newValue };
  return event(`node_completed:${path}`, 'node_completed', 'success', {
    ...{ path, nodeId: path, nodeType: 'set-variable', result },
    ...more,
  });
}

const flush = (run: RunReference, ...events: ProgressEvent[]): Promise<boolean> =>
  fixture.record.flush({ run, carried: { events, acks: [] } });

async function stored(name: string): Promise<unknown[]> {
  const { value, version, last_run_id } = await fixture.one(
    'SELECT value, version, last_run_id FROM workflow_variables WHERE name = $1',
    name,
  );
  return [value, version, last_run_id];
}

async function writes({ runId }: RunReference): Promise<string[]> {
  const { rows } = await fixture.pool.query<{ line: string }>(
    `SELECT concat_ws(' ', path, name, scope, coalesce(old_value::text, '-'), '>', new_value) AS line
     FROM variable_writes WHERE run_id = $1 ORDER BY id`,
    [runId],
  );
  return rows.map(({ line }) => line);
}

const found = async (run: RunReference): Promise<Record<string, Json>> => {
  const { variables = [] } = await foundByRun(fixture.pool, run.organizationId, run.runId);
  return Object.fromEntries(variables.map(({ name, value }: RunVariable) => [name, value]));
};

describe('a run', () => {
  it('finds the variables of its workflow as they are when its row is written', async () => {
    const before = await newRun();
    await flush(before, set('a', 'counter', 7), set('b', 'names', ['x']));
    const after = await newRun();
    expect(await found(before)).toEqual({ counter: 1, names: null, own: 'a' });
    expect(await found(after)).toEqual({ counter: 7, names: ['x'], own: 'a' });
  });

  it('finds those it was given, when it belongs to no workflow', async () => {
    const variable: RunVariable = {
      ...{ name: 'n', type: 'number', lifetime: 'persist', default: 1, description: '', value: 1 },
    };
    const run = await fixture.newRun({ workflowId: '', variables: [variable] });
    expect(await found(run)).toEqual({ n: 1 });
  });

  it('finds none when its plan needs none', async () => {
    expect(await found(await fixture.newRun({ workflowId: WORKFLOW }))).toEqual({});
  });
});

describe('a write', () => {
  it('is made with the event, and its history says what it replaced', async () => {
    const run = await newRun();
    await flush(run, set('a', 'counter', 2), set('loop[1]/b', 'counter', 3));
    expect(await stored('counter')).toEqual([3, 2, run.runId]);
    expect(await writes(run)).toEqual([
      'a counter workflow 1 > 2',
      'loop[1]/b counter workflow 2 > 3',
    ]);
  });

  it('is made once, however often its event arrives', async () => {
    const run = await newRun();
    const started = event('node_started:a', 'node_started', 'running', {
      ...{ path: 'a', nodeId: 'a', nodeType: 'set-variable' },
    });
    const events = [started, set('a', 'counter', 2)];
    await Promise.all(Array.from({ length: 8 }, () => flush(run, ...events)));
    await flush(run, started);
    await flush(run, ...events, set('c', 'counter', 5));
    await flush(run, ...events);
    expect(await stored('counter')).toEqual([5, 2, run.runId]);
    expect(await writes(run)).toHaveLength(2);
  });

  it('is not made again by a run that was reset', async () => {
    const run = await newRun();
    await flush(run, set('a', 'counter', 2));
    const end = { status: 'failure' as const, output: {}, at: Date.now() };
    await fixture.record.flush({ run, carried: { events: [], acks: [] }, end });
    await flush(await newRun(), set('a', 'counter', 9));
    expect(await fixture.rows.reopen(run.organizationId, run.runId)).toBe(true);
    await flush(run, set('a', 'counter', 2));
    expect((await stored('counter'))[0]).toBe(9);
    expect(await writes(run)).toEqual(['a counter workflow 1 > 2']);
  });

  it('is not made after the end of its run', async () => {
    const run = await newRun();
    const end = { status: 'success' as const, output: {}, at: Date.now() };
    await fixture.record.flush({ run, carried: { events: [], acks: [] }, end });
    await flush(run, set('a', 'counter', 2));
    expect(await stored('counter')).toEqual([null, 0, null]);
  });

  it('is not made by what a retry takes over', async () => {
    const run = await newRun();
    await flush(run, set('a', 'counter', 2, { reused: true }));
    expect(await stored('counter')).toEqual([null, 0, null]);
    expect(await writes(run)).toEqual([]);
  });

  it('of a failed node is none', async () => {
    const run = await newRun();
    await flush(run, set('a', 'counter', 2, { type: 'node_failed', status: 'failure' }));
    expect(await writes(run)).toEqual([]);
  });
});

describe('a write stays in its run', () => {
  it('when the lifetime is `reset`', async () => {
    const run = await newRun();
    const result = { name: 'own', scope: 'run', oldValue: 'a', newValue: 'b' };
    await flush(run, set('a', 'own', 'b', { result }));
    expect(await stored('own')).toEqual([null, 0, null]);
    expect(await writes(run)).toEqual(['a own run "a" > "b"']);
  });

  it('when it is a simulation', async () => {
    const run = await newRun(true);
    await flush(run, set('a', 'counter', 2));
    expect(await stored('counter')).toEqual([null, 0, null]);
    expect(await writes(run)).toEqual(['a counter run - > 2']);
  });

  it.each([
    ['was deleted', 'DELETE FROM workflow_variables'],
    ['has another type by now', `UPDATE workflow_variables SET type = 'text'`],
    ['keeps no value any more', `UPDATE workflow_variables SET lifetime = 'reset'`],
  ])('when the variable %s', async (_, change) => {
    const run = await newRun();
    await fixture.pool.query(change);
    await flush(run, set('a', 'counter', 2));
    expect(await writes(run)).toEqual(['a counter run - > 2']);
    const { rows } = await fixture.pool.query(
      'SELECT FROM workflow_variables WHERE value IS NOT NULL',
    );
    expect(rows).toEqual([]);
  });

  it('when it belongs to no workflow', async () => {
    const run = await fixture.newRun({ workflowId: '', variables: [] });
    await flush(run, set('a', 'counter', 2));
    expect(await writes(run)).toEqual(['a counter run - > 2']);
  });
});

it('runs that write the same variables in another order do not wait for each other', async () => {
  const runs = await Promise.all(Array.from({ length: 20 }, () => newRun()));
  await Promise.all(
    runs.map((run, index) => {
      const one = [set('a', 'counter', index), set('b', 'names', [index])];
      return flush(run, ...(index % 2 === 0 ? one : one.reverse()));
    }),
  );
  expect((await stored('counter'))[1]).toBe(20);
  expect((await stored('names'))[1]).toBe(20);
  const { rows } = await fixture.pool.query<{ broken: string }>(
    `SELECT id AS broken FROM (
       SELECT id, old_value::text AS before, lag(new_value::text) OVER (PARTITION BY name ORDER BY id) AS last
       FROM variable_writes WHERE run_id = ANY ($1)) w
     WHERE last IS NOT NULL AND before IS DISTINCT FROM last`,
    [runs.map(({ runId }) => runId)],
  );
  expect(rows).toEqual([]);
});

it('one workflow is not another', async () => {
  await fixture.pool.query(
    `INSERT INTO workflows (organization_id, id, name, type, current_version)
     VALUES ($1, 'wf_other', 'Other', 'manual', 1)`,
    [ORGANIZATION],
  );
  const row = newRunRow({ workflowId: 'wf_other', variables: 'of-workflow' });
  await fixture.rows.create(row);
  const run = { runId: row.id, organizationId: ORGANIZATION, workflowId: 'wf_other' };
  await flush(run, set('a', 'counter', 2));
  expect(await found(run)).toEqual({});
  expect(await stored('counter')).toEqual([null, 0, null]);
});
