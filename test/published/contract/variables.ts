import { area, listing, notListing } from './entry';
import type { World } from './world';
import type { Schemas } from '../../../packages/client/src';

const { entries, entry } = area('variables');
export const VARIABLE_ENTRIES = entries;

const of = (world: World) => ({ params: { path: { id: world.id('counting') } } });
const counter = (world: World) => ({
  params: { path: { id: world.id('counting'), name: 'counter' } },
});

const COUNTING: Schemas['Definition']['nodes'] = {
  root: { type: 'manual', payload: {}, children: ['count'] },
  count: { type: 'set-variable', payload: { name: 'counter', value: 7 }, children: [] },
};

entry({
  id: 'upsertWorkflowVariable',
  given: async (world) => {
    const { data } = await world.owner.POST('/v1/workflows', {
      body: { name: 'Counting', definition: { nodes: COUNTING } },
    });
    world.keep('counting', data?.data.id ?? '');
  },
  call: (world) =>
    world.owner.PUT('/v1/workflows/{id}/variables/{name}', {
      ...counter(world),
      body: { type: 'number', lifetime: 'persist', default: 0, description: 'How often it ran.' },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}/variables', of(world)),
    finds: () => ({ items: [{ def: { name: 'counter', type: 'number' } }] }),
  },
});
entry({
  id: 'listWorkflowVariables',
  call: (world) => world.owner.GET('/v1/workflows/{id}/variables', of(world)),
  answers: { items: [{ def: { name: 'counter', default: 0 } }] },
});
entry({
  id: 'setWorkflowVariable',
  call: (world) =>
    world.owner.POST('/v1/workflows/{id}/variables/{name}/value', {
      ...counter(world),
      body: { value: 5 },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}/variables', of(world)),
    finds: { items: [{ hasValue: true, value: 5 }] },
  },
});
entry({
  id: 'listVariableHistory',
  call: (world) => world.owner.GET('/v1/workflows/{id}/variables/{name}/history', counter(world)),
  answers: listing({ name: 'counter', newValue: 5 }),
});
entry({
  id: 'listRunVariableWrites',
  given: async (world) => {
    await world.owner.POST('/v1/workflows/{id}/publish', of(world));
    world.keep('countingRun', await world.ran(world.id('counting')));
  },
  call: (world) =>
    world.owner.GET('/v1/runs/{id}/variable-writes', {
      params: { path: { id: world.id('countingRun') } },
    }),
  answers: listing({ name: 'counter', newValue: 7, writtenByNode: 'count' }),
});
entry({
  id: 'resetWorkflowVariable',
  call: (world) => world.owner.POST('/v1/workflows/{id}/variables/{name}/reset', counter(world)),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}/variables', of(world)),
    finds: { items: [{ hasValue: false }] },
  },
});
entry({
  id: 'deleteWorkflowVariable',
  call: (world) => world.owner.DELETE('/v1/workflows/{id}/variables/{name}', counter(world)),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}/variables', of(world)),
    finds: notListing({ def: expect.objectContaining({ name: 'counter' }) as unknown }),
  },
});
