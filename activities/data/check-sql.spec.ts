import { onlyReads, sqlProblem } from './check-sql';

describe('a statement', () => {
  it.each([
    'SELECT 1',
    '  select \'a;b\' as "x;y" -- ; attach\n ; ',
    '/* ; */ WITH t AS (SELECT 1) INSERT INTO x SELECT * FROM t;',
    "INSERT INTO notes (body) VALUES ('ATTACH DATABASE; it''s fine')",
    'CREATE TABLE IF NOT EXISTS "attach" (pragma TEXT)',
    'CREATE UNIQUE INDEX i ON t (a)',
    'CREATE TRIGGER n AFTER INSERT ON t BEGIN UPDATE t SET a = 1; DELETE FROM u; END',
    'CREATE TRIGGER IF NOT EXISTS n AFTER INSERT ON t BEGIN SELECT 1; END;',
    'CREATE VIEW v AS SELECT temp.a FROM readings temp',
    'CREATE TABLE temp (a)',
    'CREATE TABLE main.t (temp TEXT)',
    'ALTER TABLE t ADD COLUMN b',
    'EXPLAIN QUERY PLAN SELECT 1',
    "SELECT ?1, :a, $b, @c, x'00' FROM [odd name] WHERE `a``b` = 1",
  ])('may be %s', (sql) => {
    expect(sqlProblem(sql)).toBeUndefined();
  });

  it.each([
    ["ATTACH DATABASE '/etc/passwd' AS x", 'ATTACH'],
    ["/* SELECT */ attach 'x' as y", 'ATTACH'],
    ['; PRAGMA database_list', 'one statement'],
    ['PRAGMA journal_mode = DELETE', 'PRAGMA'],
    ["VACUUM INTO '/tmp/stolen.db'", 'VACUUM'],
    ['BEGIN', 'BEGIN'],
    ['COMMIT', 'COMMIT'],
    ['DETACH main', 'DETACH'],
    ['CREATE VIRTUAL TABLE t USING csv(filename="/etc/passwd")', 'CREATE VIRTUAL'],
    ['CREATE TEMP TABLE t (a)', 'Nothing temporary'],
    ['create /* a */ temporary view v AS SELECT 1', 'Nothing temporary'],
    ['CREATE TEMP TRIGGER n AFTER INSERT ON t BEGIN SELECT 1; END;', 'Nothing temporary'],
    ['CREATE TABLE temp.t (a)', 'Nothing temporary'],
    ['CREATE UNIQUE INDEX IF NOT EXISTS "TEMP".i ON t (a)', 'Nothing temporary'],
    ['CREATE FUNCTION f LANGUAGE wasm AS x', 'CREATE FUNCTION'],
    ["SELECT load_extension('/tmp/evil')", 'load_extension'],
    ['SELECT "LOAD_EXTENSION"(\'/tmp/evil\')', 'LOAD_EXTENSION'],
    ["SELECT 'load_extension'('/tmp/evil')", 'load_extension'],
    ['SELECT * FROM pragma_database_list', 'pragma_database_list'],
    ['SELECT * FROM [pragma_database_list]', 'pragma_database_list'],
    ['DROP TABLE weft_applied', 'weft_applied'],
    ['SELECT 1; DROP TABLE t', 'one statement'],
    ['SELECT 1;;', 'one statement'],
    ['SELECT 1 /* unclosed', undefined],
    ['', 'no statement'],
    ['-- nothing', 'no statement'],
    ['SELECT 1\0', 'NUL'],
    [`SELECT '${'x'.repeat(10_000)}'`, '10000 characters'],
  ])('%s is refused', (sql, why) => {
    const problem = sqlProblem(sql);
    if (why === undefined) expect(problem).toBeUndefined();
    else expect(problem).toContain(why);
  });

  it('only reads when it starts with SELECT and a space', () => {
    expect(onlyReads('  select 1')).toBe(true);
    expect(['SELECT\n1', 'WITH t AS (SELECT 1) SELECT 1', 'VALUES (1)', ''].some(onlyReads)).toBe(
      false,
    );
  });
});
