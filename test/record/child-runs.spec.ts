import type { JsonObject } from '../../definition/json';
import type { Plan } from '../../definition/plan/types';
import { childRunId } from '../../src/record/child-runs';
import type { NewRun } from '../../src/record/new-run';
import { StoredRuns } from '../../src/record/stored-runs';
import type { ChildTask, RunReference } from '../../src/record/types';
import { createRecord, event, ORGANIZATION, type RecordFixture } from '../support/record';

const PLAN: Plan = {
  format: 1,
  nodes: [
    {
      id: 'root',
      type: 'manual',
      title: 'Manual',
      execution: 'trigger',
      branches: [],
      parents: [],
      children: [],
      catchesError: false,
      payloadIsRead: false,
      payload: { kind: 'literal', value: {} } as never,
      secretKeys: [],
    },
  ],
};

describe('child runs', () => {
  let fixture: RecordFixture;
  let parent: RunReference;
  let compiled = 0;
  let found: string | undefined;
  let foundInside: number | undefined;

  beforeAll(async () => {
    fixture = await createRecord({
      rules: {
        compile: (definition, _variables, blocks) => {
          compiled++;
          found = blocks.find('blk_outer', 1)?.name;
          foundInside = blocks.find('blk_inner', 1)?.version;
          return definition.broken === true ? { problems: ['a', 'b'] } : { plan: PLAN };
        },
        checkInput: (_, trigger, payload) => (payload.bad === true ? [`${trigger}: bad`] : []),
        toStart: (run, place) => ({ ...run, ...place }) as never,
      },
    });
    await workflow('wf_live', { status: 'active', live: 1, definitions: [{ v: 1 }, { v: 2 }] });
    await workflow('wf_draft', { status: 'draft', definitions: [{ v: 1 }, { v: 2 }] });
    await workflow('wf_gone', { status: 'archived', live: 1, definitions: [{}] });
    await workflow('wf_broken', { status: 'draft', definitions: [{ broken: true }] });
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    parent = await fixture.newRun();
    compiled = 0;
  });

  async function workflow(
    id: string,
    row: { status: string; live?: number; definitions: JsonObject[] },
  ): Promise<void> {
    await fixture.pool.query(
      `INSERT INTO workflows (organization_id, id, name, status, type, current_version, live_version)
       VALUES ($1, $2, $2 || ' name', $3, 'manual', $4, $5)`,
      [ORGANIZATION, id, row.status, row.definitions.length, row.live ?? null],
    );
    for (const [index, definition] of row.definitions.entries()) {
      await fixture.pool.query(
        `INSERT INTO workflow_versions
           (organization_id, workflow_id, number, definition, content_hash)
         VALUES ($1, $2, $3, $4, '')`,
        [ORGANIZATION, id, index + 1, JSON.stringify(definition)],
      );
    }
  }

  async function block(id: string, definitions: JsonObject[]): Promise<void> {
    await fixture.pool.query(
      `INSERT INTO blocks (organization_id, id, current_version, created_by, updated_by)
       VALUES ($1, $2, $3, 'x', 'x')`,
      [ORGANIZATION, id, definitions.length],
    );
    for (const [index, definition] of definitions.entries()) {
      await fixture.pool.query(
        `INSERT INTO block_versions (organization_id, block_id, number, name, description, tags,
           tag_slugs, definition, block_ids, created_by)
         VALUES ($1, $2, $3, $4, '', '{}', '{}', $5, '{}', 'x')`,
        [ORGANIZATION, id, index + 1, `${id} ${index + 1}`, JSON.stringify(definition)],
      );
    }
  }

  const task = (input: JsonObject, more: Partial<ChildTask> = {}): ChildTask => ({
    run: parent,
    node: {
      address: 'call',
      id: 'call',
      type: 'trigger-workflow',
      title: 'Call',
      secretKeys: [],
    },
    input,
    maxAttempts: 3,
    attemptsAreGiven: false,
    safeToRepeat: true,
    attemptTimeoutMs: 1_000,
    carried: { events: [event('w0', 'run_started', 'running')], acks: [] },
    ...more,
  });
  const prepare = (input: JsonObject, more?: Partial<ChildTask>) =>
    fixture.record.prepareChild(task(input, more));
  const child = () =>
    fixture.one(
      `SELECT workflow_id, workflow_version, status, trigger_payload, trigger_source, triggered_by,
         parent_run_id, parent_path, parent_waits, depth FROM runs WHERE parent_run_id = $1`,
      parent.runId,
    );

  it('are compiled with the blocks that they name, and those inside of them', async () => {
    const use = (blockId: string, version: number): JsonObject => ({
      nodes: { use: { type: 'block', payload: { blockId, version } } },
    });
    await block('blk_inner', [{ nodes: {} }, { nodes: {} }]);
    await block('blk_outer', [use('blk_inner', 1), { nodes: {} }]);
    await workflow('wf_blocks', { status: 'draft', definitions: [use('blk_outer', 1)] });
    await prepare({ workflowId: 'wf_blocks' });
    expect({ found, foundInside }).toEqual({ found: 'blk_outer 1', foundInside: 1 });
  });

  it('are of private workflows only in the name of who sees them', async () => {
    await workflow('wf_private', { status: 'active', live: 1, definitions: [{}] });
    await workflow('wf_caller', { status: 'active', live: 1, definitions: [{}] });
    const owner = (id: string, user: string, visibility = 'org'): Promise<unknown> =>
      fixture.pool.query('UPDATE workflows SET owner_user_id = $2, visibility = $3 WHERE id = $1', [
        id,
        user,
        visibility,
      ]);
    await owner('wf_private', 'usr_ada', 'private');
    await fixture.pool.query(
      `INSERT INTO users (id, email) VALUES ('usr_boss', 'boss@example.com');
       INSERT INTO organization_members (organization_id, id, user_id, role)
       VALUES ('${ORGANIZATION}', 'mem_boss', 'usr_boss', 'owner')`,
    );
    const call = async (row: Partial<NewRun>): Promise<unknown> =>
      prepare({ workflowId: 'wf_private' }, { run: await fixture.newRun(row) });
    const none = { code: 'workflow_not_found', message: 'There is no workflow "wf_private"' };
    await owner('wf_caller', 'usr_bob');
    await expect(call({ workflowId: 'wf_caller' })).rejects.toMatchObject(none);
    for (const user of ['usr_ada', 'usr_boss']) {
      await owner('wf_caller', user);
      expect(await call({ workflowId: 'wf_caller', triggeredBy: 'usr_bob' })).toBeDefined();
    }
    // A definition that was sent along is of who sent it.
    await expect(call({ workflowId: '', triggeredBy: 'usr_bob' })).rejects.toMatchObject(none);
    expect(await call({ workflowId: '', triggeredBy: 'usr_ada' })).toBeDefined();
    expect(await call({ workflowId: 'wf_private', triggeredBy: 'usr_bob' })).toBeDefined();
  });

  it('heed the limits of their workflow, and count once however often they are tried', async () => {
    await workflow('wf_limited', { status: 'active', live: 1, definitions: [{}] });
    const limit = (sets: string): Promise<unknown> =>
      fixture.pool.query(`UPDATE workflows SET ${sets} WHERE id = 'wf_limited'`);
    const call = { workflowId: 'wf_limited' };
    await limit('max_runs = 1, remain_runs = 1');
    await Promise.all([prepare(call), prepare(call)]);
    await prepare(call);
    const row = (): Promise<object> =>
      fixture.one(
        `SELECT status, paused_reason, remain_runs FROM workflows WHERE id = 'wf_limited'`,
      );
    expect(await row()).toEqual({
      status: 'paused',
      paused_reason: 'max_runs_exhausted',
      remain_runs: 0,
    });
    const other = await fixture.newRun();
    const refusal = (): Promise<unknown> => prepare(call, { run: other });
    await expect(refusal()).rejects.toMatchObject({ code: 'workflow_exhausted' });
    await limit('max_runs = NULL, remain_runs = NULL');
    await expect(refusal()).rejects.toMatchObject({ code: 'workflow_paused' });
    await limit(`status = 'active', cooldown_ms = 60000`);
    await expect(refusal()).rejects.toMatchObject({ code: 'workflow_cooling_down' });
    expect((await fixture.events(other)).length).toBeGreaterThan(0);
    await limit('cooldown_ms = NULL');
    await refusal();
  });

  it('run the live version, and write what is carried', async () => {
    const prepared = await prepare({ workflowId: 'wf_live', payload: { message: 'hi' } });
    expect(prepared).toMatchObject({
      runId: childRunId(parent.runId, 'call'),
      workflowId: 'wf_live',
      workflowName: 'wf_live name',
      plan: PLAN,
      start: {
        workflowVersion: 1,
        depth: 1,
        triggerNodeId: 'root',
        triggerInput: { message: 'hi' },
        triggerResult: { message: 'hi', body: { message: 'hi' } },
      },
    });
    expect(prepared.start).not.toHaveProperty('parent');
    expect(await child()).toEqual({
      workflow_id: 'wf_live',
      workflow_version: 1,
      status: 'running',
      trigger_payload: { message: 'hi' },
      trigger_source: 'trigger-workflow',
      triggered_by: parent.runId,
      parent_run_id: parent.runId,
      parent_path: 'call',
      parent_waits: false,
      depth: 1,
    });
    expect(await fixture.events(parent)).toEqual(['1 run_started']);
  });

  it('are the same when the node is tried again, also after another publish', async () => {
    await workflow('wf_moves', { status: 'active', live: 1, definitions: [{}, {}] });
    const first = await prepare({ workflowId: 'wf_moves', waitForCompletion: true });
    await fixture.pool.query(`UPDATE workflows SET live_version = 2, status = 'archived'
      WHERE id = 'wf_moves'`);
    expect(await prepare({ workflowId: 'wf_moves', waitForCompletion: true })).toEqual(first);
    expect(await child()).toMatchObject({ workflow_version: 1, parent_waits: true });
    expect(first.start).toMatchObject({ parent: { runId: parent.runId, address: 'call' } });
  });

  it('do not start without compute units; one that is there goes on', async () => {
    const going = await prepare({ workflowId: 'wf_live' });
    await fixture.pool.query(
      'INSERT INTO cu_accounts (organization_id, monthly_cu) VALUES ($1, 0)',
      [ORGANIZATION],
    );
    try {
      expect(await prepare({ workflowId: 'wf_live' })).toEqual(going);
      parent = await fixture.newRun({ isSimulation: true });
      await expect(prepare({ workflowId: 'wf_live' })).rejects.toMatchObject({
        code: 'cu_exhausted',
      });
      expect(await fixture.events(parent)).toEqual(['1 run_started']);
    } finally {
      await fixture.pool.query('DELETE FROM cu_accounts');
    }
  });

  it('do not start with an action that the organization has disabled; one that is there goes on', async () => {
    const task = { workflowId: 'wf_live' };
    const first = await prepare(task);
    const disabled = [ORGANIZATION, 'rst_1', 'manual'];
    await fixture.pool.query(
      `INSERT INTO organization_restrictions (organization_id, id, type, action_type, created_by)
       VALUES ($1, $2, 'disabled_action', $3, 'usr_1')`,
      disabled,
    );
    expect(await prepare(task)).toEqual(first);
    parent = await fixture.newRun();
    await expect(prepare(task)).rejects.toMatchObject({ code: 'action_disabled' });
    await fixture.pool.query('DELETE FROM organization_restrictions');
  });

  it('run the draft of a workflow that was never published, compiled once', async () => {
    expect(await prepare({ workflowId: 'wf_draft' })).toMatchObject({
      start: { workflowVersion: 2 },
    });
    parent = await fixture.newRun();
    await prepare({ workflowId: 'wf_draft' });
    expect(compiled).toBe(1);
    expect(
      await fixture.one(
        `SELECT plan FROM workflow_versions WHERE workflow_id = 'wf_draft' AND number = 2`,
      ),
    ).toEqual({ plan: PLAN });
  });

  it.each<[string, JsonObject, string]>([
    ['workflow_not_found', { workflowId: 'wf_none' }, 'There is no workflow "wf_none"'],
    ['workflow_not_found', { workflowId: 'wf_\0' }, 'There is no workflow "wf_\\u0000"'],
    ['workflow_not_found', {}, 'There is no workflow undefined'],
    ['workflow_archived', { workflowId: 'wf_gone' }, 'The workflow wf_gone is archived'],
    ['workflow_invalid', { workflowId: 'wf_broken' }, "The workflow wf_broken can't run: a; b"],
    [
      'invalid_input',
      { workflowId: 'wf_live', payload: { bad: true } },
      'The workflow wf_live refuses its input: root: bad',
    ],
    [
      'invalid_input',
      { workflowId: 'wf_live', payload: [1] },
      'The workflow wf_live refuses its input: payload must be an object',
    ],
  ])('are refused with %s', async (code, input, message) => {
    await expect(prepare(input)).rejects.toMatchObject({ code, message, retryable: false });
  });

  it("are refused for another organization's workflow", async () => {
    await fixture.pool.query(`INSERT INTO organizations (id, name) VALUES ('org_2', 'Two')`);
    parent = await fixture.newRun({ organizationId: 'org_2' });
    await expect(prepare({ workflowId: 'wf_live' })).rejects.toMatchObject({
      code: 'workflow_not_found',
    });
  });

  it('go ten levels deep', async () => {
    parent = await fixture.newRun({ depth: 9 });
    expect(await prepare({ workflowId: 'wf_live' })).toMatchObject({ start: { depth: 10 } });
    parent = await fixture.newRun({ depth: 10 });
    await expect(prepare({ workflowId: 'wf_live' })).rejects.toMatchObject({ code: 'too_deep' });
  });

  it('are not made when their node was given up; one that is there goes on', async () => {
    const node = { address: 'call', id: 'call', type: 'trigger-workflow' };
    const call = { workflowId: 'wf_live' };
    const made = await prepare(call);
    expect(await fixture.record.settle({ run: parent, node })).toEqual({ kind: 'closed' });
    expect(await prepare(call)).toEqual(made);
    parent = await fixture.newRun();
    await fixture.record.settle({ run: parent, node });
    await expect(prepare(call)).rejects.toMatchObject({ code: 'superseded', retryable: false });
    await expect(child()).rejects.toThrow();
  });

  it('are not made by a run that has ended', async () => {
    await fixture.record.flush({
      run: parent,
      carried: { events: [], acks: [] },
      end: { status: 'cancelled', output: {}, at: 1 },
    });
    await expect(prepare({ workflowId: 'wf_live' })).rejects.toMatchObject({ code: 'run_ended' });
    await expect(child()).rejects.toThrow();
  });

  it('can be started again from their rows', async () => {
    const stored = new StoredRuns(fixture.pool);
    const { runId, start } = await prepare({ workflowId: 'wf_live', waitForCompletion: true });
    const loaded = await stored.load(ORGANIZATION, runId);
    expect({ ...loaded?.run, ...loaded?.place }).toEqual(start);
    expect(await stored.load('org_other', runId)).toBeUndefined();
  });

  it('are retried with what their source had done', async () => {
    const stored = new StoredRuns(fixture.pool);
    await fixture.record.flush({
      run: parent,
      carried: {
        events: [
          event('a', 'node_completed', 'success', { path: 'ok', result: { n: 1 } }),
          event('b', 'node_completed', 'success', { path: 'if', result: 1, branch: 'then' }),
          event('c', 'node_failed', 'failure', { path: 'bad' }),
          event('d', 'node_completed', 'partial', { path: '__proto__', result: [] }),
        ],
        acks: [],
      },
    });
    const retry = await fixture.newRun({ sourceRunId: parent.runId, workflowId: 'wf_live' });
    const loaded = await stored.load(ORGANIZATION, retry.runId);
    expect(Object.entries(loaded?.run.seeds ?? {})).toEqual([
      ['ok', { status: 'success', result: { n: 1 } }],
      ['if', { status: 'success', result: 1, branch: 'then' }],
      ['__proto__', { status: 'partial', result: [] }],
    ]);
  });
});
