import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json, JsonObject } from '../../definition/json';
import { failureOf } from '../testing/context';
import { type DataRows, OrganizationDatabases } from './organization-databases';

const ENDLESS =
  'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c';

const directory = mkdtempSync(join(tmpdir(), 'weft-data-'));
const databases = new OrganizationDatabases({ directory, timeoutMs: 2_000, maxBytes: 4_194_304 });
let organizationId: string;
let count = 0;

beforeEach(() => {
  count += 1;
  organizationId = `org_${count}`;
});
afterAll(() => {
  databases.close();
  rmSync(directory, { recursive: true, force: true });
});

const query = (sql: string, params: Json[] = [], more: object = {}): Promise<DataRows> =>
  databases.query({ organizationId, sql, params, ...more });

const rows = async (sql: string, ...params: Json[]): Promise<JsonObject[]> =>
  (await query(sql, params)).rows;

const codeOf = async (sql: string, more: object = {}): Promise<string> =>
  (await failureOf(query(sql, [], more))).code;

const makeNotes = () => query('CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');

describe('a statement', () => {
  it('writes and reads', async () => {
    expect(await makeNotes()).toMatchObject({ rows: [], rowsAffected: 0 });
    const insert = 'INSERT INTO notes (body) VALUES (?), (?)';
    expect(await query(insert, ['a', "b'; DROP TABLE notes; --"])).toEqual({
      ...{ rows: [], rowsAffected: 2, lastRowId: 2 },
    });
    expect(await rows('SELECT * FROM notes WHERE id > ? ORDER BY id', 1)).toEqual([
      { id: 2, body: "b'; DROP TABLE notes; --" },
    ]);
  });

  it('counts what it writes, also when it gives rows back', async () => {
    await makeNotes();
    const insert = 'INSERT INTO notes (body) VALUES (?), (?) RETURNING id';
    const inserted = { rows: [{ id: 1 }, { id: 2 }], rowsAffected: 2, lastRowId: 2 };
    expect(await query(insert, ['a', 'b'])).toEqual(inserted);
    const changed = { rowsAffected: 2, lastRowId: null };
    expect(await query("UPDATE notes SET body = 'c' RETURNING id")).toMatchObject(changed);
    expect(await query("UPDATE notes SET body = 'd'")).toEqual({ rows: [], ...changed });
    expect(await query('WITH n AS (SELECT * FROM notes) SELECT id FROM n')).toMatchObject({
      ...{ rowsAffected: 0, lastRowId: null },
    });
    expect(await query('DELETE FROM notes WHERE id = 1 RETURNING body')).toEqual({
      ...{ rows: [{ body: 'd' }], rowsAffected: 1, lastRowId: null },
    });
  });

  it('takes a value for each placeholder, no more and no fewer', async () => {
    for (const [sql, params, wanted] of [
      ['SELECT ?, ?', [1], '2 values'],
      ['SELECT ?', [1, 2], '1 value,'],
      ["SELECT '?'", [1], '0 values'],
      ['SELECT ?101', [1], 'at most 100 parameters'],
    ] as const) {
      const failed = await failureOf(query(sql, [...params]));
      expect(failed).toMatchObject({ code: 'params_refused', retryable: false });
      expect(failed.message).toContain(wanted);
    }
    expect(await rows('SELECT :a AS a, ?2 AS b, :a AS c', 1, 2)).toEqual([{ a: 1, b: 2, c: 1 }]);
  });

  it('has no two columns of one name, of which one would be lost', async () => {
    await makeNotes();
    const message =
      'Several columns of the answer are named `id`: give each a name of its own with AS.';
    const joined = 'SELECT * FROM notes a JOIN notes b ON a.id = b.id';
    expect(await failureOf(query(joined))).toEqual({
      ...{ code: 'sql_failed', message, retryable: false },
    });
    const insert = "INSERT INTO notes (body) VALUES ('x') RETURNING id, id";
    expect(await failureOf(query(insert))).toMatchObject({ code: 'sql_failed', message });
    expect(await rows('SELECT count(*) AS n FROM notes')).toEqual([{ n: 0 }]);
  });

  it('fails by its own fault, whatever words its message holds', async () => {
    await makeNotes();
    for (const words of ['websocket', 'fetch failed', 'out of memory', 'database is locked']) {
      const failed = await failureOf(query(`SELECT [${words}] FROM notes`));
      expect(failed).toMatchObject({ code: 'sql_failed', retryable: false });
      expect(failed.message).toContain(words);
    }
  });

  it('keeps the type of each parameter', async () => {
    const params = [1, 1.5, 'x', true, null, { a: [1] }, 9_007_199_254_740_991];
    const columns = params.map((_, at) => `?${at + 1} AS p${at}, typeof(?${at + 1}) AS t${at}`);
    const [row] = await rows(`SELECT ${columns.join()}`, ...params);
    expect(row).toEqual({
      ...{ p0: 1, t0: 'integer', p1: 1.5, t1: 'real', p2: 'x', t2: 'text', p3: 1, t3: 'integer' },
      ...{ p4: null, t4: 'null', p5: '{"a":[1]}', t5: 'text' },
      ...{ p6: 9_007_199_254_740_991, t6: 'integer' },
    });
  });

  it('gives what JSON has no place for as text', async () => {
    expect(
      await rows("SELECT 9007199254740993 AS big, x'00ff' AS bytes, 1e999 AS endless"),
    ).toEqual([{ big: '9007199254740993', bytes: 'AP8=', endless: null }]);
    const [row] = await rows('SELECT 1 AS __proto__, 2 AS constructor');
    expect(Object.entries(row ?? {})).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
  });

  it('fails with what SQLite says of it', async () => {
    expect(await failureOf(query('SELECT * FROM missing'))).toEqual({
      ...{ code: 'sql_failed', message: 'no such table: missing', retryable: false },
    });
    expect(await codeOf('SELEC 1')).toBe('sql_refused');
  });

  it('does not write when it says that it only reads', async () => {
    await makeNotes();
    expect(await codeOf('SELECT 1 FROM (DELETE FROM notes)')).toBe('sql_failed');
  });
});

describe('the tables', () => {
  it('are told with their columns', async () => {
    await query(
      "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT DEFAULT 'Oslo')",
    );
    await query('CREATE VIEW names AS SELECT name FROM people');
    await query("INSERT INTO people (name) VALUES ('Ada')", [], { once: 'k' });
    expect(await databases.tables(organizationId)).toEqual(['names', 'people']);
    expect(await databases.columns(organizationId, 'people')).toEqual([
      { name: 'id', type: 'INTEGER', notnull: 0, dflt_value: null, pk: 1 },
      { name: 'name', type: 'TEXT', notnull: 1, dflt_value: null, pk: 0 },
      { name: 'city', type: 'TEXT', notnull: 0, dflt_value: "'Oslo'", pk: 0 },
    ]);
    expect(await databases.columns(organizationId, "x'); DROP TABLE people")).toEqual([]);
    expect(await databases.columns(organizationId, 'sqlite_schema')).toEqual([]);
  });
});

it('tells the columns of a table that stands after a thousand others', async () => {
  const [first, ...rest] = Array.from(
    { length: 1_001 },
    (_, n) => `v${String(n).padStart(4, '0')}`,
  );
  await query(`CREATE TABLE ${first ?? ''} (a)`);
  for (const name of rest) await query(`CREATE VIEW ${name} AS SELECT 1 AS one`);
  expect(await databases.columns(organizationId, 'v1000')).toMatchObject([{ name: 'one' }]);
  expect(await databases.columns(organizationId, 'V1000')).toEqual([]);
  expect(await databases.columns(organizationId, 'sqlite_schema')).toEqual([]);
}, 60_000);

describe('a statement with a key', () => {
  beforeEach(makeNotes);

  const insert = (once: string) =>
    query('INSERT INTO notes (body) VALUES (?) RETURNING id', ['x'], { once });

  it('takes effect once, and answers the same again', async () => {
    const first = await insert('run_1/a');
    expect(first).toMatchObject({ rows: [{ id: 1 }] });
    expect(await Promise.all(Array.from({ length: 6 }, () => insert('run_1/a')))).toEqual(
      Array.from({ length: 6 }, () => first),
    );
    expect(await insert('run_1/b')).toMatchObject({ rows: [{ id: 2 }] });
    expect(await rows('SELECT count(*) AS n FROM notes')).toEqual([{ n: 2 }]);
  });

  it('may be one that makes a table', async () => {
    const make = () => query('CREATE TABLE more (a)', [], { once: 'run_1/make' });
    await make();
    await make();
    expect(await databases.tables(organizationId)).toEqual(['more', 'notes']);
  });

  it.each([
    ["WITH n AS (SELECT 'x' AS x) INSERT INTO notes (body) SELECT x FROM n RETURNING id", 1],
    ["WITH n AS (SELECT 'x' AS x) INSERT INTO kept SELECT x FROM n RETURNING body", 0],
  ])('takes effect once: %s', async (sql, rowsAffected) => {
    await query('CREATE VIEW kept AS SELECT body FROM notes');
    await query(
      'CREATE TRIGGER keep INSTEAD OF INSERT ON kept BEGIN INSERT INTO notes (body) VALUES (new.body); END',
    );
    const first = await query(sql, [], { once: 'run_1/with' });
    expect(first).toMatchObject({ rowsAffected });
    expect(await query(sql, [], { once: 'run_1/with' })).toEqual(first);
    expect(await rows('SELECT count(*) AS n FROM notes')).toEqual([{ n: 1 }]);
  });

  it('leaves nothing behind when it fails, so that it can be tried again', async () => {
    const broken = () => query('INSERT INTO notes (body) VALUES (NULL)', [], { once: 'run_1/a' });
    expect((await failureOf(broken())).code).toBe('sql_failed');
    expect(await insert('run_1/a')).toMatchObject({ rows: [{ id: 1 }] });
  });

  it('has all of its effect or none when it is cut off', async () => {
    const many = `WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)
      INSERT INTO notes (body) SELECT x FROM c WHERE x % 1000000 = 0`;
    expect(await codeOf(many, { once: 'run_1/many' })).toBe('query_timeout');
    expect(await rows('SELECT count(*) AS n FROM notes')).toEqual([{ n: 0 }]);
    expect(await insert('run_1/many')).toMatchObject({ rows: [{ id: 1 }] });
  });

  it('shows what was read, each time', async () => {
    const count = () =>
      query('WITH n AS (SELECT count(*) AS n FROM notes) SELECT n FROM n', [], { once: 'run_1/n' });
    expect((await count()).rows).toEqual([{ n: 0 }]);
    await insert('run_1/a');
    expect((await count()).rows).toEqual([{ n: 1 }]);
  });
});

describe('a statement that does not end', () => {
  it('is ended, and holds up neither the process nor others', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 10);
    const endless = codeOf(ENDLESS);
    expect(await rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await endless).toBe('query_timeout');
    clearInterval(timer);
    expect(turns).toBeGreaterThan(50);
    expect(await rows('SELECT 2 AS two')).toEqual([{ two: 2 }]);
  });

  it('is ended when nobody waits for it any more', async () => {
    const stop = new AbortController();
    const reason = new Error('cancelled');
    const endless = query(ENDLESS, [], { signal: stop.signal });
    setImmediate(() => {
      stop.abort(reason);
    });
    await expect(endless).rejects.toBe(reason);
    await expect(query('SELECT 1', [], { signal: stop.signal })).rejects.toBe(reason);
  });

  it('keeps others waiting, and not for ever', async () => {
    const many = await Promise.allSettled(Array.from({ length: 60 }, () => query('SELECT 1')));
    const refused = many.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(10);
    const [{ reason } = { reason: {} }] = refused as PromiseRejectedResult[];
    expect(reason).toMatchObject({ code: 'database_busy', retryable: true });
  });
});

describe('what a statement may take', () => {
  const numbers = (n: number) =>
    `SELECT value AS n FROM (WITH RECURSIVE c(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM c LIMIT ${n}) SELECT value FROM c)`;

  it('is 1,000 rows', async () => {
    expect(await rows(numbers(1_000))).toHaveLength(1_000);
    expect(await codeOf(numbers(1_001))).toBe('result_too_large');
  });

  it('is some megabytes', async () => {
    expect(await codeOf('SELECT hex(randomblob(4000000)) AS x')).toBe('result_too_large');
    expect(await codeOf('SELECT zeroblob(900000000) AS x')).toBe('result_too_large');
    expect(await rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it.each([
    ['rows', 'body', numbers(1_001)],
    ['bytes', 'hex(zeroblob(3000)) AS x', numbers(1_000)],
  ])('is all or nothing for what writes and answers: too many %s', async (_, answer, many) => {
    await makeNotes();
    const write = `INSERT INTO notes (body) SELECT 'x' FROM (${many}) RETURNING ${answer}`;
    for (const more of [{}, { once: 'key' }]) {
      expect(await codeOf(write, more)).toBe('result_too_large');
      expect(await rows('SELECT count(*) AS n FROM notes')).toEqual([{ n: 0 }]);
    }
  });

  it('is the memory of one process', async () => {
    const all =
      'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x, hex(randomblob(2000)) FROM c';
    expect(['result_too_large', 'query_timeout']).toContain(await codeOf(all));
    expect(await rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is the size of the file', async () => {
    await makeNotes();
    const fill = 'INSERT INTO notes (body) SELECT hex(zeroblob(1000000))';
    await query(fill);
    expect(await failureOf(query(fill).then(() => query(fill)))).toMatchObject({
      ...{ code: 'sql_failed', message: 'database or disk is full' },
    });
    expect(await rows('SELECT count(*) AS n FROM notes')).not.toEqual([{ n: 0 }]);
  });
});

describe('an organization', () => {
  it('has a database of its own, also when ids differ in case alone', async () => {
    const make = (id: string, body: string) =>
      databases.query({ organizationId: id, sql: 'CREATE TABLE own (body)', params: [] }).then(() =>
        databases.query({
          organizationId: id,
          sql: 'INSERT INTO own VALUES (?)',
          params: [body],
        }),
      );
    await Promise.all([make('org_aB', 'one'), make('org_Ab', 'two')]);
    const read = (id: string) =>
      databases.query({ organizationId: id, sql: 'SELECT body FROM own', params: [] });
    expect((await read('org_aB')).rows).toEqual([{ body: 'one' }]);
    expect((await read('org_Ab')).rows).toEqual([{ body: 'two' }]);
  });

  it('reaches nothing but its database', async () => {
    const before = readdirSync(directory).filter((name) => name.endsWith('.db'));
    const [other = ''] = before;
    for (const sql of [
      `ATTACH DATABASE '${join(directory, other)}' AS other`,
      `VACUUM INTO '${join(directory, 'copy.db')}'`,
      "PRAGMA temp_store_directory = '/'",
      "SELECT load_extension('/lib/x.so')",
      'SELECT file FROM pragma_database_list',
      'SELECT result FROM weft_applied',
      "CREATE VIRTUAL TABLE x USING csv(filename='/etc/passwd')",
    ]) {
      expect({ sql, code: await codeOf(sql) }).toEqual({ sql, code: 'sql_refused' });
    }
    expect(['sql_failed']).toContain(await codeOf("SELECT writefile2('/tmp/x', 'y')"));
    expect(readdirSync(directory)).not.toContain('copy.db');
  });

  it('is not told where its database is', async () => {
    const nowhere = new OrganizationDatabases({
      ...{ directory: '/proc/nothing', serverUrl: 'http://127.0.0.1:1/{database}' },
      ...{ timeoutMs: 2_000, maxBytes: 65_536 },
    });
    const failed = await failureOf(nowhere.query({ organizationId, sql: 'SELECT 1', params: [] }));
    nowhere.close();
    expect(failed).toEqual({
      ...{ code: 'database_unavailable', message: 'The database can not be reached.' },
      retryable: true,
    });
  });
});
