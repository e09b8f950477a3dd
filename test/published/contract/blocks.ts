import { area, listing, notListing } from './entry';
import type { World } from './world';

const { entries, entry } = area('blocks');
export const BLOCK_ENTRIES = entries;

const one = (world: World) => ({ params: { path: { id: world.id('block') } } });

/** Says what it is told. */
const SAY = {
  inputSchema: [{ key: 'name', type: 'string' as const, required: true }],
  nodes: {
    say: { type: 'log', payload: { message: 'Hello {{$inputs.name}}' }, children: [] },
  },
  outputSchema: [
    { key: 'text', type: 'string' as const, sourceNode: 'say', sourceField: 'message' },
  ],
};

entry({
  id: 'createBlock',
  call: ({ owner }) =>
    owner.POST('/v1/blocks', {
      body: {
        ...{ name: 'Greeting', description: 'Says hello.', tags: ['texts'] },
        definition: SAY,
      },
    }),
  keep: (world, { data }) => {
    world.keep('block', data.id);
  },
  readBack: {
    call: (world) => world.owner.GET('/v1/blocks/{id}', one(world)),
    finds: { name: 'Greeting', version: 1, definition: SAY },
  },
});
entry({
  id: 'listBlocks',
  call: ({ owner }) =>
    owner.GET('/v1/blocks', { params: { query: { q: 'hello', tags: ['texts'] } } }),
  answers: listing({ name: 'Greeting' }),
});
entry({
  id: 'getBlock',
  call: (world) => world.owner.GET('/v1/blocks/{id}', one(world)),
  answers: { name: 'Greeting', tags: [{ slug: 'texts' }] },
});
entry({
  id: 'updateBlock',
  call: (world) =>
    world.owner.PATCH('/v1/blocks/{id}', {
      ...one(world),
      body: { description: 'Greets by name.', expectedCurrentVersion: 1 },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/blocks/{id}', one(world)),
    finds: { description: 'Greets by name.', version: 2 },
  },
});
entry({
  id: 'listBlockVersions',
  call: (world) => world.owner.GET('/v1/blocks/{id}/versions', one(world)),
  answers: listing({ version: 1 }, { version: 2 }),
});
entry({
  id: 'getBlockVersion',
  call: (world) =>
    world.owner.GET('/v1/blocks/{id}/versions/{versionNumber}', {
      params: { path: { id: world.id('block'), versionNumber: 1 } },
    }),
  answers: { description: 'Says hello.', version: 1, currentVersion: 2 },
});
entry({
  id: 'rollbackBlock',
  call: (world) =>
    world.owner.POST('/v1/blocks/{id}/rollback', { ...one(world), body: { targetVersion: 1 } }),
  readBack: {
    call: (world) => world.owner.GET('/v1/blocks/{id}', one(world)),
    finds: { description: 'Says hello.', version: 3 },
  },
});
entry({
  id: 'listBlockUses',
  given: async (world) => {
    const payload = { blockId: world.id('block'), inputs: { name: 'Ada' } };
    const id = await world.workflow('Greets Ada', {
      root: { type: 'manual', payload: {}, children: ['greet'] },
      greet: { type: 'block', payload, children: [] },
    });
    world.keep('greeting', id);
  },
  call: (world) => world.owner.GET('/v1/blocks/{id}/uses', one(world)),
  answers: (world) => listing({ type: 'workflow', id: world.id('greeting'), name: 'Greets Ada' }),
});
entry({
  id: 'archiveBlock',
  call: (world) => world.owner.DELETE('/v1/blocks/{id}', one(world)),
  readBack: {
    call: ({ owner }) => owner.GET('/v1/blocks'),
    finds: notListing({ name: 'Greeting' }),
  },
});
