import { area, listing } from './entry';
import type { World } from './world';

const { entries, entry } = area('org-database and knowledge');
export const ORGANIZATION_DATA_ENTRIES = entries;

const of = (world: World) => ({ params: { path: { orgId: world.orgId } } });
const document = (world: World) => ({
  params: { path: { orgId: world.orgId, id: world.id('document') } },
});
const notes = ({ orgId }: World) => ({ params: { path: { orgId, tableName: 'notes' } } });

entry({
  id: 'queryDatabase',
  call: (world) =>
    world.owner.POST('/v1/organizations/{orgId}/database/query', {
      ...of(world),
      body: { sql: 'CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL)' },
    }),
  readBack: {
    call: (world) =>
      world.owner.GET('/v1/organizations/{orgId}/database/tables/{tableName}', notes(world)),
    finds: { columns: [{ name: 'id' }, { name: 'body', type: 'TEXT', notNull: true }] },
  },
});
entry({
  id: 'listDatabaseTables',
  call: (world) => world.owner.GET('/v1/organizations/{orgId}/database/tables', of(world)),
  answers: { tables: [{ name: 'notes' }] },
});
entry({
  id: 'getDatabaseTable',
  call: (world) =>
    world.owner.GET('/v1/organizations/{orgId}/database/tables/{tableName}', notes(world)),
  answers: { columns: [{ name: 'id', primaryKey: true }, { name: 'body' }] },
});

entry({
  id: 'createKnowledge',
  call: (world) =>
    world.owner.POST('/v1/organizations/{orgId}/knowledge', {
      ...of(world),
      body: { title: 'Refund policy', content: 'Above 500 ask somebody.', tags: ['refunds'] },
    }),
  keep: (world, { data }) => {
    world.keep('document', data.id);
  },
  readBack: {
    call: (world) => world.owner.GET('/v1/organizations/{orgId}/knowledge/{id}', document(world)),
    finds: { title: 'Refund policy', content: 'Above 500 ask somebody.' },
  },
});
entry({
  id: 'listKnowledge',
  call: (world) =>
    world.owner.GET('/v1/organizations/{orgId}/knowledge', {
      params: { path: { orgId: world.orgId }, query: { q: 'refund' } },
    }),
  answers: listing({ title: 'Refund policy' }),
});
entry({
  id: 'getKnowledge',
  call: (world) => world.owner.GET('/v1/organizations/{orgId}/knowledge/{id}', document(world)),
  answers: { title: 'Refund policy', tags: [{ name: 'refunds' }] },
});
entry({
  id: 'updateKnowledge',
  call: (world) =>
    world.owner.PATCH('/v1/organizations/{orgId}/knowledge/{id}', {
      ...document(world),
      body: { content: 'Above 900 ask somebody.' },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/organizations/{orgId}/knowledge/{id}', document(world)),
    finds: { content: 'Above 900 ask somebody.' },
  },
});
entry({
  id: 'deleteKnowledge',
  call: (world) => world.owner.DELETE('/v1/organizations/{orgId}/knowledge/{id}', document(world)),
  readBack: {
    call: (world) => world.owner.GET('/v1/organizations/{orgId}/knowledge/{id}', document(world)),
    status: 404,
  },
});
entry({
  id: 'updateOrgProfile',
  call: (world) =>
    world.owner.PATCH('/v1/organizations/{orgId}/profile', {
      ...of(world),
      body: { about: 'We pay suppliers.', timezone: 'Europe/Vienna' },
    }),
  readBack: {
    call: (world) => world.owner.GET('/v1/organizations/{orgId}/profile', of(world)),
    finds: { about: 'We pay suppliers.', timezone: 'Europe/Vienna' },
  },
});
entry({
  id: 'getOrgProfile',
  call: (world) => world.owner.GET('/v1/organizations/{orgId}/profile', of(world)),
  answers: { about: 'We pay suppliers.' },
});
