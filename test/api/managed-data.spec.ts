import { AuthSettings } from '../../src/auth/auth-settings';
import { createKey } from '../../src/auth/first-key';
import { ownerOfNew } from '../support/people';
import { AbsentEngine } from './absent-engine';
import { type Answer, startApi, type TestApi } from './start-api';

let api: TestApi;
let path: string;
beforeAll(async () => {
  api = await startApi(new AbsentEngine(), { auth: new AuthSettings('open') });
  path = `/v1/organizations/${api.organizationId}/database`;
  await query('CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
});
afterAll(() => api.close());

const query = (sql: unknown, params?: unknown, key?: string): Promise<Answer> =>
  api.call('POST', `${path}/query`, { sql, params }, key);

describe('the database of an organization', () => {
  it('is written and read', async () => {
    const written = await query('INSERT INTO notes (body) VALUES (?), (?)', ['a', 'b']);
    expect(written.body.data).toEqual({ rows: [], rowsAffected: 2, lastRowId: 2 });
    const read = await query('SELECT body FROM notes WHERE id = ?', [2]);
    const rows = [{ body: 'b' }];
    expect(read.body.data).toEqual({ rows, rowsAffected: 0, lastRowId: null });
    // A client that goes by B3OS's document reads it here.
    expect(read.body.rows).toEqual(rows);
  });

  it('tells its tables and their columns', async () => {
    const tables = (await api.call('GET', `${path}/tables`)).body;
    expect(tables).toMatchObject({
      tables: [{ name: 'notes' }],
      data: { tables: [{ name: 'notes' }] },
    });
    const { data } = (await api.call('GET', `${path}/tables/notes`)).body;
    expect(data).toEqual({
      columns: [
        { name: 'id', type: 'INTEGER', notNull: false, defaultValue: null, primaryKey: true },
        { name: 'body', type: 'TEXT', notNull: true, defaultValue: null, primaryKey: false },
      ],
    });
    expect((await api.call('GET', `${path}/tables/nothing`)).body.code).toBe(404141);
  });

  it('is that of the caller alone', async () => {
    const stranger = await ownerOfNew(api);
    const ask = (organizationId: string) =>
      stranger.call(
        'POST',
        `/v1/organizations/${organizationId}/database/query`,
        { sql: 'SELECT * FROM notes' },
        stranger.organizationId,
      );
    expect((await ask(stranger.organizationId)).body).toMatchObject({
      ...{ code: 400142, message: 'no such table: notes' },
    });
    expect((await ask(api.organizationId)).status).toBe(404);
  });
});

describe('a key that may only read', () => {
  let key: string;
  beforeAll(async () => {
    const wanted = { organizationId: api.organizationId, name: 'reads', scope: 'read' as const };
    ({ key } = await createKey(api.dataSource.manager, wanted));
  });

  it('reads', async () => {
    expect((await query('  select count(*) FROM notes', [], key)).status).toBe(200);
    expect((await api.call('GET', `${path}/tables`, undefined, key)).status).toBe(200);
  });

  it.each([
    "INSERT INTO notes (body) VALUES ('x')",
    'WITH n AS (SELECT 1) SELECT * FROM n',
    'SELECT\n1',
    'DROP TABLE notes',
  ])('does not %s', async (sql) => {
    expect((await query(sql, [], key)).body.code).toBe(403001);
  });
});

describe('an account that may only write', () => {
  it('writes, and does not read', async () => {
    const permissions = ['database:update'];
    const made = await api.call('POST', '/v1/service-accounts', { name: 'writer', permissions });
    const serviceAccountId = made.body.data.id as string;
    const body = { name: 'writes', serviceAccountId };
    const key = (await api.call('POST', '/v1/api-keys', body)).body.data.key as string;
    const sql = "INSERT INTO notes (body) VALUES ('written')";
    expect(await query(sql, [], key)).toMatchObject({ status: 200 });
    expect((await query('SELECT body FROM notes', [], key)).status).toBe(403);
  });
});

describe('refused with a reason', () => {
  it.each<[string, unknown, unknown, string]>([
    ['no statement', '', [], 'sql'],
    ['a statement that is no text', 1, [], 'sql'],
    ['a statement too long', `SELECT '${'x'.repeat(10_000)}'`, [], 'sql'],
    ['two statements', 'SELECT 1; SELECT 2', [], 'sql'],
    ['a way to the disk', "ATTACH DATABASE '/etc/passwd' AS x", [], 'sql'],
    ['a pragma', 'PRAGMA database_list', [], 'sql'],
    ['a table that would be gone at once', 'CREATE TEMP TABLE t (a)', [], 'sql'],
    ['fewer values than placeholders', 'SELECT ?, ?', [1], 'params'],
    ['more values than placeholders', 'SELECT ?', [1, 2], 'params'],
    ['parameters by name', 'SELECT :a', { a: 1 }, 'params'],
    ['too many parameters', 'SELECT 1', Array.from({ length: 101 }, () => 1), 'params'],
  ])('%s', async (_, sql, params, field) => {
    const answer = await query(sql, params);
    expect(answer.body).toMatchObject({ code: 400006, details: [{ field }] });
  });

  it.each<[number, string]>([
    [400142, 'SELECT * FROM missing'],
    [400142, 'SELECT websocket FROM notes'],
    [400142, 'SELECT a.id, b.id FROM notes a JOIN notes b'],
    [400142, "INSERT INTO notes (id, body) VALUES (1000, 'a'), (1000, 'b')"],
    [
      400143,
      'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT sum(x) FROM c',
    ],
    [400144, 'SELECT zeroblob(900000000) AS x'],
  ])('%i: %s', async (code, sql) => {
    expect((await query(sql)).body.code).toBe(code);
  });
});

it('answers others while a statement does not end', async () => {
  const endless = query(
    'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT sum(x) FROM c',
  );
  const before = performance.now();
  expect((await api.call('GET', '/v1/workflows')).status).toBe(200);
  expect((await query('SELECT 1 AS one')).body.data.rows).toEqual([{ one: 1 }]);
  expect(performance.now() - before).toBeLessThan(1_900);
  expect((await endless).body.code).toBe(400143);
});
