import { area, listing } from './entry';
import type { World } from './world';
import type { Schemas } from '../../../packages/client/src';

const { entries, entry } = area('runs');
export const RUN_ENTRIES = entries;

const one = (world: World) => ({ params: { path: { id: world.id('run') } } });
const waiting = (world: World) => ({ params: { path: { id: world.id('waitingRun') } } });
const ofWorkflow = (world: World) => ({ params: { path: { id: world.id('sender') } } });
const stream = { parseAs: 'stream' } as const;

const HASH = `0x${'4f'.repeat(32)}`;

/** "Sends", by telling the hash of a transaction. */
const SENDER: Schemas['Definition']['nodes'] = {
  root: { type: 'manual', payload: {}, children: ['send'] },
  send: {
    type: 'code-transform',
    payload: {
      code: 'function transform({ hash }) { return { txHash: hash }; }',
      input: { hash: '{{$trigger.body.hash}}' },
    },
    children: ['note'],
  },
  note: { type: 'log', payload: { message: 'Sent.' }, children: [] },
};

const APPROVAL: Schemas['Definition']['nodes'] = {
  root: { type: 'manual', payload: {}, children: ['approve'] },
  approve: {
    type: 'wait',
    payload: { timeoutMs: 86_400_000, triggerType: 'manual', triggerConfig: {} },
    children: [],
  },
};

const waits = async (world: World): Promise<void> => {
  const workflowId = await world.workflow('Approval', APPROVAL);
  const runId = await world.run(workflowId);
  await world.reached(runId, 'run_waiting');
  world.keep('waitingRun', runId);
};

entry({
  id: 'runWorkflow',
  given: async (world) => {
    world.keep('sender', await world.workflow('Sender', SENDER));
  },
  call: (world) =>
    world.owner.POST('/v1/workflows/{id}/run', {
      ...ofWorkflow(world),
      body: { payload: { hash: HASH } },
    }),
  keep: (world, { data }) => {
    world.keep('run', data.runId);
  },
  readBack: {
    call: (world) => world.owner.GET('/v1/runs/{id}', one(world)),
    finds: (world) => ({ id: world.id('run'), workflowId: world.id('sender') }),
  },
});
entry({
  id: 'streamRun',
  call: (world) => world.owner.GET('/v1/runs/{id}/stream', { ...one(world), ...stream }),
  answers: (world) => ({ type: 'run_started', runId: world.id('run') }),
});
entry({
  id: 'getRun',
  given: (world) => world.reached(world.id('run'), 'run_completed'),
  call: (world) => world.owner.GET('/v1/runs/{id}', one(world)),
  answers: { status: 'success', executionState: { send: { status: 'success' } } },
});
entry({
  id: 'listRuns',
  call: ({ owner }) => owner.GET('/v1/runs', { params: { query: { status: 'success' } } }),
  answers: (world) => listing({ id: world.id('run'), status: 'success' }),
});
entry({
  id: 'listWorkflowRuns',
  call: (world) => world.owner.GET('/v1/workflows/{id}/runs', ofWorkflow(world)),
  answers: (world) => listing({ id: world.id('run') }),
});
entry({
  id: 'listRunLogs',
  call: (world) => world.owner.GET('/v1/runs/{id}/logs', one(world)),
  answers: listing({ nodeId: 'note', message: 'Sent.' }),
});
entry({
  id: 'attributeTransactions',
  call: ({ owner }) => owner.POST('/v1/runs/tx-attribution', { body: { txHashes: [HASH] } }),
  answers: (world) => ({ [HASH]: { runId: world.id('run'), nodeId: 'send' } }),
  writesNothing: 'It reads; the hashes are many for a query.',
});
entry({
  id: 'countWorkflowRuns',
  call: (world) => world.owner.GET('/v1/workflows/{id}/runs/count', ofWorkflow(world)),
  answers: { total: 1, success: 1 },
});
entry({
  id: 'countRunsByStatus',
  call: ({ owner }) => owner.GET('/v1/runs/status-counts'),
  answers: () => ({ success: expect.any(Number) as unknown }),
});
entry({
  id: 'countRunsByWorkflow',
  call: ({ owner }) => owner.GET('/v1/runs/status-counts/by-workflow'),
  answers: (world) =>
    expect.arrayContaining([
      expect.objectContaining({ workflowId: world.id('sender'), success: 1 }),
    ]) as object,
});
entry({
  id: 'batchWorkflowStats',
  call: (world) =>
    world.owner.POST('/v1/workflows/batch-stats', { body: { workflowIds: [world.id('sender')] } }),
  answers: (world) => ({ [world.id('sender')]: expect.any(Object) as unknown }),
  writesNothing: 'It reads; the ids are many for a query.',
});
entry({
  id: 'getTriggerAggregates',
  given: (world) => world.count(),
  call: (world) => world.owner.GET('/v1/workflows/{id}/trigger-aggregates', ofWorkflow(world)),
  answers: { triggers: [{ triggerNodeId: 'root', runCount: 1 }] },
});

entry({
  id: 'createEphemeralRun',
  call: ({ owner }) =>
    owner.POST('/v1/runs', {
      body: { definition: { nodes: SENDER }, payload: { hash: 'none' } },
    }),
  keep: (world, { data }) => {
    world.keep('ephemeral', data.runId);
  },
  readBack: {
    call: (world) =>
      world.owner.GET('/v1/runs/{id}', { params: { path: { id: world.id('ephemeral') } } }),
    finds: (world) => ({ id: world.id('ephemeral') }),
  },
});
entry({
  id: 'runSync',
  call: ({ owner }) =>
    owner.POST('/v1/runs/sync', {
      body: { definition: { nodes: SENDER }, payload: { hash: 'none' } },
    }),
  answers: { status: 'success' },
  keep: (world, { data }) => {
    world.keep('sync', data.runId);
  },
  readBack: {
    call: (world) =>
      world.owner.GET('/v1/runs/{id}', { params: { path: { id: world.id('sync') } } }),
    finds: { status: 'success' },
  },
});
entry({
  id: 'resumeWaitingNode',
  given: waits,
  call: (world) =>
    world.owner.POST('/v1/runs/{id}/nodes/{nodeId}/resume', {
      params: { path: { id: world.id('waitingRun'), nodeId: 'approve' } },
      body: { payload: { approved: true } },
    }),
  answers: { action: 'resumed' },
  readBack: {
    call: async (world) => {
      await world.reached(world.id('waitingRun'), 'run_completed');
      return world.owner.GET('/v1/runs/{id}', waiting(world));
    },
    finds: {
      status: 'success',
      executionState: { approve: { result: { triggerResult: { approved: true } } } },
    },
  },
});
entry({
  id: 'cancelRun',
  given: waits,
  call: (world) => world.owner.POST('/v1/runs/{id}/cancel', waiting(world)),
  readBack: {
    call: async (world) => {
      await world.reached(world.id('waitingRun'), 'run_cancelled');
      return world.owner.GET('/v1/runs/{id}', waiting(world));
    },
    finds: { status: 'cancelled' },
  },
});
entry({
  id: 'retryRun',
  call: (world) => world.owner.POST('/v1/runs/{id}/retry', waiting(world)),
  keep: (world, { data }) => {
    world.keep('retried', data.id);
  },
  readBack: {
    call: (world) =>
      world.owner.GET('/v1/runs/{id}', { params: { path: { id: world.id('retried') } } }),
    finds: (world) => ({ sourceRunId: world.id('waitingRun') }),
  },
});
entry({
  id: 'streamWorkflowRuns',
  call: (world) => {
    const opened = world.owner.GET('/v1/workflows/{id}/runs/stream', {
      ...ofWorkflow(world),
      ...stream,
    });
    return world.whileRunning(opened, world.id('sender'));
  },
  answers: (world) => ({ type: 'run_started', workflowId: world.id('sender') }),
});
entry({
  id: 'streamManyWorkflowRuns',
  call: (world) => {
    const params = { query: { ids: [world.id('sender')] } };
    const opened = world.owner.GET('/v1/workflow-runs/stream', { params, ...stream });
    return world.whileRunning(opened, world.id('sender'));
  },
  answers: (world) => ({ type: 'run_started', workflowId: world.id('sender') }),
});
