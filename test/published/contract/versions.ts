import { area, listing } from './entry';
import { NODES, type World } from './world';

const { entries, entry } = area('versions and releases');
export const VERSION_ENTRIES = entries;

const one = (world: World) => ({ params: { path: { id: world.id('versioned') } } });

/** Saves one more draft. */
const edit = (world: World, message: string) =>
  world.owner.PUT('/v1/workflows/{id}', {
    ...one(world),
    body: {
      definition: { nodes: { ...NODES, log_message: { type: 'log', payload: { message } } } },
    },
  });

entry({
  id: 'getLive',
  given: async (world) => {
    world.keep('versioned', await world.workflow('Versioned'));
  },
  call: (world) => world.owner.GET('/v1/workflows/{id}/live', one(world)),
  answers: { name: 'Versioned', version: 1 },
});
entry({
  id: 'getDraft',
  given: (world) => edit(world, 'second'),
  call: (world) => world.owner.GET('/v1/workflows/{id}/draft', one(world)),
  answers: { version: 2 },
});
entry({
  id: 'releaseWorkflow',
  call: (world) =>
    world.owner.POST('/v1/workflows/{id}/release', { ...one(world), body: { expectedVersion: 2 } }),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}/releases', one(world)),
    finds: listing({ releaseVersion: 1, workflowVersion: 2 }),
  },
});
entry({
  id: 'listReleases',
  given: async (world) => {
    await edit(world, 'third');
    await world.owner.POST('/v1/workflows/{id}/release', one(world));
  },
  call: (world) => world.owner.GET('/v1/workflows/{id}/releases', one(world)),
  answers: listing({ releaseVersion: 1 }, { releaseVersion: 2 }),
});
entry({
  id: 'revertToRelease',
  call: (world) =>
    world.owner.POST('/v1/workflows/{id}/releases/{releaseVersion}/revert', {
      params: { path: { id: world.id('versioned'), releaseVersion: 1 } },
    }),
  answers: { kind: 'revert', revertedTo: 1 },
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}/live', one(world)),
    finds: { version: 2 },
  },
});
entry({
  id: 'revertToVersion',
  call: (world) =>
    world.owner.POST('/v1/workflows/{id}/revert-to-version', {
      ...one(world),
      body: { workflowVersion: 1 },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}/live', one(world)),
    finds: { version: 1 },
  },
});
entry({
  id: 'discardDraft',
  given: (world) => edit(world, 'fourth'),
  call: (world) => world.owner.DELETE('/v1/workflows/{id}/draft', one(world)),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}/draft', one(world)),
    status: 404,
  },
});
entry({
  id: 'rollbackWorkflow',
  call: (world) =>
    world.owner.POST('/v1/workflows/{id}/rollback', { ...one(world), body: { targetVersion: 2 } }),
  readBack: {
    call: (world) => world.owner.GET('/v1/workflows/{id}/draft', one(world)),
    finds: { hasDraft: true },
  },
});
entry({
  id: 'listWorkflowVersions',
  call: (world) => world.owner.GET('/v1/workflows/{id}/versions', one(world)),
  answers: listing({ version: 1 }, { version: 2 }),
});
entry({
  id: 'countWorkflowVersions',
  call: (world) => world.owner.GET('/v1/workflows/{id}/versions/count', one(world)),
  answers: () => ({ total: expect.any(Number) as unknown }),
});
entry({
  id: 'getWorkflowVersion',
  call: (world) =>
    world.owner.GET('/v1/workflows/{id}/versions/{versionNumber}', {
      params: { path: { id: world.id('versioned'), versionNumber: 1 } },
    }),
  answers: { version: 1, definition: { nodes: NODES } },
});
