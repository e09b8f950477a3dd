import { area, holding, listing, notListing } from './entry';
import { NODES, type World } from './world';

const { entries, entry } = area('templates and tags');
export const TEMPLATE_ENTRIES = entries;

const one = (world: World) => ({ params: { path: { templateId: world.id('template') } } });
const shared = (world: World) => ({ params: { path: { id: world.id('shared') } } });

entry({
  id: 'createTemplate',
  given: async (world) => {
    world.keep('source', await world.workflow('Source of a template'));
  },
  call: (world) =>
    world.owner.POST('/v1/templates', {
      body: {
        name: 'Log a message',
        description: 'Logs what it is told.',
        definition: { nodes: NODES },
        tags: ['logging'],
        visibility: 'org',
        sourceWorkflowId: world.id('source'),
      },
    }),
  keep: (world, { data }) => {
    world.keep('template', data.id);
  },
  readBack: {
    call: (world) => world.owner.GET('/v1/templates/{templateId}', one(world)),
    finds: { name: 'Log a message', visibility: 'org', version: 1 },
  },
});
entry({
  id: 'listTemplates',
  call: ({ owner }) => owner.GET('/v1/templates', { params: { query: { category: 'org' } } }),
  answers: listing({ name: 'Log a message' }),
});
entry({
  id: 'getTemplateBySourceWorkflow',
  call: (world) =>
    world.owner.GET('/v1/templates/by-source-workflow/{workflowId}', {
      params: { path: { workflowId: world.id('source') } },
    }),
  answers: { name: 'Log a message' },
});
entry({
  id: 'getTemplate',
  call: (world) => world.owner.GET('/v1/templates/{templateId}', one(world)),
  answers: { name: 'Log a message', tags: [{ slug: 'logging' }] },
});
entry({
  id: 'updateTemplate',
  call: (world) =>
    world.owner.PATCH('/v1/templates/{templateId}', {
      ...one(world),
      body: { name: 'Log any message' },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/templates/{templateId}', one(world)),
    finds: { name: 'Log any message', version: 2 },
  },
});
entry({
  id: 'listTemplateVersions',
  call: (world) => world.owner.GET('/v1/templates/{templateId}/versions', one(world)),
  answers: listing({ version: 1 }, { version: 2 }),
});
entry({
  id: 'countTemplateVersions',
  call: (world) => world.owner.GET('/v1/templates/{templateId}/versions/count', one(world)),
  answers: { total: 2 },
});
entry({
  id: 'getTemplateVersion',
  call: (world) =>
    world.owner.GET('/v1/templates/{templateId}/versions/{versionNumber}', {
      params: { path: { templateId: world.id('template'), versionNumber: 1 } },
    }),
  answers: { name: 'Log a message', version: 1 },
});
entry({
  id: 'rollbackTemplate',
  call: (world) =>
    world.owner.POST('/v1/templates/{templateId}/rollback', {
      ...one(world),
      body: { targetVersion: 1 },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/templates/{templateId}', one(world)),
    finds: { name: 'Log a message', version: 3 },
  },
});
entry({
  id: 'getTemplateStats',
  call: (world) => world.owner.GET('/v1/templates/{templateId}/stats', one(world)),
  answers: { totalDeployments: 0 },
});
entry({
  id: 'listTags',
  call: ({ owner }) => owner.GET('/v1/tags', { params: { query: { search: 'logg' } } }),
  answers: listing({ slug: 'logging' }),
});
entry({
  id: 'listTagCategories',
  call: ({ owner }) => owner.GET('/v1/tags/categories'),
  answers: () => expect.arrayContaining([expect.any(String)]) as object,
});
entry({
  id: 'approveTemplate',
  given: async (world) => {
    const { data } = await world.owner.POST('/v1/templates', {
      body: {
        ...{ name: 'Shared', description: 'For all.', tags: ['logging'], visibility: 'public' },
        definition: { nodes: NODES },
      },
    });
    world.keep('shared', data?.data.id ?? '');
  },
  call: (world) => world.admin.PUT('/v1/templates/{id}/approve', shared(world)),
  readBack: {
    call: (world) =>
      world.anybody.GET('/v1/organizations/{orgId}/templates/public', {
        params: { path: { orgId: world.orgId } },
      }),
    finds: listing({ name: 'Shared', moderationStatus: 'approved' }),
  },
});
entry({
  id: 'listOrgPublicTemplates',
  call: (world) =>
    world.anybody.GET('/v1/organizations/{orgId}/templates/public', {
      params: { path: { orgId: world.orgId } },
    }),
  answers: listing({ name: 'Shared' }),
});
entry({
  id: 'promoteTemplate',
  call: (world) => world.admin.PUT('/v1/templates/{id}/promote', shared(world)),
  readBack: {
    call: ({ owner }) =>
      owner.GET('/v1/templates', { params: { query: { category: 'promoted' } } }),
    finds: listing({ name: 'Shared', isPromoted: true }),
  },
});
entry({
  id: 'listRecommendedTemplates',
  call: ({ owner }) =>
    owner.GET('/v1/templates/recommended', { params: { query: { category: 'promoted' } } }),
  answers: () => holding({ name: 'Shared' }) as object,
});
entry({
  id: 'unpromoteTemplate',
  call: (world) => world.admin.PUT('/v1/templates/{id}/unpromote', shared(world)),
  readBack: {
    call: ({ owner }) =>
      owner.GET('/v1/templates', { params: { query: { category: 'promoted' } } }),
    finds: notListing({ name: 'Shared' }),
  },
});
entry({
  id: 'rejectTemplate',
  call: (world) =>
    world.admin.PUT('/v1/templates/{id}/reject', {
      ...shared(world),
      body: { reason: 'It is too much like another.' },
    }),
  readBack: {
    call: (world) =>
      world.owner.GET('/v1/templates/{templateId}', {
        params: { path: { templateId: world.id('shared') } },
      }),
    finds: { moderationStatus: 'rejected', rejectionReason: 'It is too much like another.' },
  },
});
entry({
  id: 'deleteTemplate',
  call: (world) => world.owner.DELETE('/v1/templates/{templateId}', one(world)),
  readBack: {
    call: (world) => world.owner.GET('/v1/templates', { params: { query: { category: 'org' } } }),
    finds: notListing({ name: 'Log a message' }),
  },
});
