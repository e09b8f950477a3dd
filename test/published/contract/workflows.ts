import { area, holding, listing } from './entry';
import { NODES, type World } from './world';

const { entries, entry } = area('workflows');
export const WORKFLOW_ENTRIES = entries;

const one = (world: World) => ({ params: { path: { id: world.id('workflow') } } });

entry({
  id: 'createWorkflow',
  call: ({ owner }) =>
    owner.POST('/v1/workflows', {
      body: {
        name: 'API quickstart logger',
        description: 'A minimal workflow created from the API.',
        definition: { nodes: NODES },
      },
    }),
  keep: (world, { data }) => {
    world.keep('workflow', data.id);
  },
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}', one(world)),
    finds: { name: 'API quickstart logger', status: 'draft', definition: { nodes: NODES } },
  },
});
entry({
  id: 'getWorkflow',
  call: (world) => world.owner.GET('/v1/workflows/{id}', one(world)),
  answers: { name: 'API quickstart logger', hasDraft: true },
});
entry({
  id: 'listWorkflows',
  call: ({ owner }) => owner.GET('/v1/workflows', { params: { query: { q: 'quickstart' } } }),
  answers: listing({ name: 'API quickstart logger' }),
});
entry({
  id: 'countWorkflows',
  call: ({ owner }) => owner.GET('/v1/workflows/counts'),
  answers: { draft: 1, archived: 0 },
});
entry({
  id: 'countWorkflowsByOwner',
  call: ({ owner }) => owner.GET('/v1/workflows/owner-counts'),
  answers: { yours: 1 },
});
entry({
  id: 'batchWorkflowMeta',
  call: (world) =>
    world.owner.POST('/v1/workflows/batch-meta', {
      body: { workflowIds: [world.id('workflow')] },
    }),
  answers: (world) => ({ [world.id('workflow')]: { name: 'API quickstart logger' } }),
  writesNothing: 'It reads; the ids are many for a query.',
});
entry({
  id: 'validateWorkflow',
  call: ({ owner }) =>
    owner.POST('/v1/workflows/validate', {
      body: { name: 'API quickstart logger', definition: { nodes: NODES } },
    }),
  answers: { valid: true, errors: [], warnings: [] },
  writesNothing: 'It tells what is wrong with a definition, and keeps nothing.',
});
entry({
  id: 'updateWorkflow',
  call: (world) =>
    world.owner.PUT('/v1/workflows/{id}', {
      ...one(world),
      body: { description: 'Logs what it is told.', maxRuns: 1_000 },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}', one(world)),
    finds: { description: 'Logs what it is told.', maxRuns: 1_000 },
  },
});
entry({
  id: 'updateWorkflowUiMetadata',
  call: (world) =>
    world.owner.PATCH('/v1/workflows/{id}/ui-metadata', {
      ...one(world),
      body: { uiMetadata: { positions: { root: { x: 0, y: 0 } } } },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}', one(world)),
    finds: { uiMetadata: { positions: { root: { x: 0, y: 0 } } } },
  },
});
entry({
  id: 'publishWorkflow',
  given: async (world) => {
    const { data } = await world.owner.GET('/v1/workflows/{id}', one(world));
    world.keep('version', String(data?.data.version));
  },
  call: (world) =>
    world.owner.POST('/v1/workflows/{id}/publish', {
      ...one(world),
      body: { expectedVersion: Number(world.id('version')) },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}/live', one(world)),
    finds: { status: 'active', hasLiveVersion: true },
  },
});
entry({
  id: 'pauseWorkflow',
  call: (world) => world.owner.POST('/v1/workflows/{id}/pause', one(world)),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}', one(world)),
    finds: { status: 'paused' },
  },
});
entry({
  id: 'resumeWorkflow',
  call: (world) => world.owner.POST('/v1/workflows/{id}/resume', one(world)),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}', one(world)),
    finds: { status: 'active' },
  },
});
entry({
  id: 'refillWorkflow',
  call: (world) =>
    world.owner.POST('/v1/workflows/{id}/refill', { ...one(world), body: { remainRuns: 500 } }),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}', one(world)),
    finds: { remainRuns: 500 },
  },
});
entry({
  id: 'rotateTriggerSecret',
  call: (world) => world.owner.POST('/v1/workflows/{id}/trigger-secret/rotate', one(world)),
  keep: (world, { data }) => {
    world.keep('triggerSecret', data.triggerSecret);
  },
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}', one(world)),
    finds: (world) => ({ triggerSecret: world.id('triggerSecret') }),
  },
});
entry({
  id: 'regenerateDescriptions',
  call: (world) => world.owner.POST('/v1/workflows/{id}/regenerate-descriptions', one(world)),
  keep: (world, { data }) => {
    world.keep('aiName', data.aiName);
  },
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}', one(world)),
    finds: (world) => ({ aiName: world.id('aiName') }),
  },
});
entry({
  id: 'updateWorkflowVisibility',
  call: (world) =>
    world.owner.PUT('/v1/workflows/{id}/visibility', {
      ...one(world),
      body: { visibility: 'org' },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}', one(world)),
    finds: { visibility: 'org' },
  },
});
entry({
  id: 'transferWorkflowOwner',
  call: (world) =>
    world.owner.PUT('/v1/workflows/{id}/owner', {
      ...one(world),
      body: { ownerUserId: world.id('user') },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}', one(world)),
    finds: (world) => ({ ownerUserId: world.id('user') }),
  },
});
entry({
  id: 'resolveWorkflowOrg',
  call: (world) => world.owner.GET('/v1/workflows/{id}/resolve', one(world)),
  answers: (world) => ({ organizationId: world.orgId, isMember: true }),
});
entry({
  id: 'getTriggerInfo',
  call: (world) => world.owner.GET('/v1/workflows/{id}/trigger-info', one(world)),
  answers: { triggers: [{ triggerNodeId: 'root', type: 'manual' }] },
});
entry({
  id: 'getWorkflowSchedule',
  call: (world) => world.owner.GET('/v1/workflows/{id}/schedule', one(world)),
  answers: () => ({ serverTime: expect.any(String) as unknown }),
});
entry({
  id: 'listIncomingLinks',
  given: async (world) => {
    const payload = { workflowId: world.id('workflow') };
    const start = { type: 'trigger-workflow', payload, children: [] };
    const root = { type: 'manual', payload: {}, children: ['start'] };
    world.keep('caller', await world.workflow('Starts another', { root, start }));
  },
  call: (world) => world.owner.GET('/v1/workflows/{id}/incoming-links', one(world)),
  answers: (world) => ({ ids: [world.id('caller')] }),
});
entry({
  id: 'exportWorkflow',
  call: (world) => world.owner.GET('/v1/workflows/{id}/export', one(world)),
  answers: { format: 'weft-workflow/1', name: 'API quickstart logger' },
});
entry({
  id: 'importWorkflow',
  call: ({ owner }) =>
    owner.POST('/v1/workflows/import', {
      body: { format: 'weft-workflow/1', name: 'Imported logger', definition: { nodes: NODES } },
    }),
  keep: (world, { data }) => {
    world.keep('imported', data.workflow.id);
  },
  readBack: {
    call: (world) =>
      world.owner.GET('/v1/workflows/{id}', { params: { path: { id: world.id('imported') } } }),
    finds: { name: 'Imported logger', status: 'draft' },
  },
});
entry({
  id: 'archiveWorkflow',
  call: (world) =>
    world.owner.DELETE('/v1/workflows/{id}', { params: { path: { id: world.id('imported') } } }),
  readBack: {
    call: ({ owner }) => owner.GET('/v1/workflows', { params: { query: { status: 'archived' } } }),
    finds: listing({ name: 'Imported logger', status: 'archived' }),
  },
});
entry({
  id: 'unarchiveWorkflow',
  call: (world) =>
    world.owner.POST('/v1/workflows/{id}/unarchive', {
      params: { path: { id: world.id('imported') } },
    }),
  readBack: {
    call: (world) =>
      world.owner.GET('/v1/workflows/{id}', { params: { path: { id: world.id('imported') } } }),
    finds: { name: 'Imported logger', status: 'draft' },
  },
});

entry({
  id: 'search',
  call: ({ owner }) => owner.GET('/v1/search', { params: { query: { q: 'logger' } } }),
  answers: () => ({ results: holding({ type: 'workflow', name: 'API quickstart logger' }) }),
});
entry({
  id: 'findSimilar',
  call: (world) =>
    world.owner.GET('/v1/search/similar/{type}/{id}', {
      params: { path: { type: 'workflow', id: world.id('workflow') } },
    }),
  answers: () => ({ results: holding({ name: 'Imported logger' }) }),
});
