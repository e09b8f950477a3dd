import { area, listing } from './entry';
import type { World } from './world';

const { entries, entry } = area('public');
export const PUBLIC_ENTRIES = entries;

const one = (world: World) => ({ params: { path: { id: world.id('public') } } });
const execution = (world: World) => ({
  params: {
    path: { id: world.id('execution') },
    query: { token: world.id('executionToken') },
  },
});
const HASH = `0x${'7e'.repeat(32)}`;

entry({
  id: 'getPublicWorkflow',
  given: async (world) => {
    world.keep('public', await world.workflow('Open to all'));
    await world.owner.PUT('/v1/workflows/{id}/visibility', {
      ...one(world),
      body: { visibility: 'public_execute' },
    });
  },
  call: (world) => world.anybody.GET('/v1/public/workflows/{id}', one(world)),
  answers: { name: 'Open to all', visibility: 'public_execute' },
});
entry({
  id: 'getPublicWorkflowMeta',
  call: (world) => world.anybody.GET('/v1/public/workflows/{id}/meta', one(world)),
  answers: { name: 'Open to all' },
});
entry({
  id: 'runPublicWorkflow',
  call: (world) =>
    world.anybody.POST('/v1/public/workflows/{id}/run', { ...one(world), body: { txHash: HASH } }),
  keep: (world, { data }) => {
    world.keep('publicRun', data.runId);
  },
  readBack: {
    call: (world) =>
      world.anybody.GET('/v1/public/runs/{id}', {
        params: { path: { id: world.id('publicRun') } },
      }),
    finds: (world) => ({ runId: world.id('publicRun'), workflowId: world.id('public') }),
  },
});
entry({
  id: 'getPublicRun',
  given: (world) => world.reached(world.id('publicRun'), 'run_completed'),
  call: (world) =>
    world.anybody.GET('/v1/public/runs/{id}', { params: { path: { id: world.id('publicRun') } } }),
  answers: { status: 'success' },
});
entry({
  id: 'getPublicRunByTx',
  call: ({ anybody }) =>
    anybody.GET('/v1/public/runs/by-tx/{txHash}', { params: { path: { txHash: HASH } } }),
  answers: (world) => ({ runId: world.id('publicRun') }),
});
entry({
  id: 'listPublicWorkflowRuns',
  call: (world) => world.anybody.GET('/v1/public/workflows/{id}/runs', one(world)),
  answers: (world) => listing({ id: world.id('publicRun'), status: 'success' }),
});
entry({
  id: 'createPublicExecution',
  call: (world) =>
    world.anybody.POST('/v1/public/workflows/{id}/executions', {
      ...one(world),
      body: {
        sourceSystem: 'checkout',
        sourceEntityType: 'order',
        sourceEntityId: '42',
        requestPayload: { hash: 'none' },
      },
    }),
  keep: (world, { data }) => {
    world.keep('execution', data.execution.id);
    world.keep('executionToken', data.clientToken);
  },
  readBack: {
    call: (world) => world.anybody.GET('/v1/public/executions/{id}', execution(world)),
    finds: (world) => ({ id: world.id('execution'), workflowId: world.id('public') }),
  },
});
entry({
  id: 'streamPublicExecution',
  call: (world) =>
    world.anybody.GET('/v1/public/executions/{id}/stream', {
      ...execution(world),
      parseAs: 'stream',
    }),
  answers: (world) => ({ type: 'run_started', executionId: world.id('execution') }),
});
entry({
  id: 'getPublicExecution',
  call: (world) => world.anybody.GET('/v1/public/executions/{id}', execution(world)),
  answers: (world) => ({ id: world.id('execution') }),
});
entry({
  id: 'enableWidget',
  call: (world) =>
    world.owner.POST('/v1/workflows/{id}/widget', {
      ...one(world),
      body: { title: 'Send a tip', buttonLabel: 'Send', minAmount: '1000' },
    }),
  readBack: {
    call: (world) => world.anybody.GET('/v1/public/workflows/{id}/widget', one(world)),
    finds: { widget: { enabled: true, title: 'Send a tip' } },
  },
});
entry({
  id: 'getPublicWidget',
  call: (world) => world.anybody.GET('/v1/public/workflows/{id}/widget', one(world)),
  answers: { workflowName: 'Open to all', widget: { minAmount: '1000' } },
});
entry({
  id: 'disableWidget',
  call: (world) => world.owner.DELETE('/v1/workflows/{id}/widget', one(world)),
  readBack: {
    call: (world) => world.anybody.GET('/v1/public/workflows/{id}/widget', one(world)),
    status: 404,
  },
});
