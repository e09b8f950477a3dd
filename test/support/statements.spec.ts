import { undividedTables } from './statements';

const TABLES = new Set(['runs', 'workflows', 'api_keys']);

describe('undividedTables', () => {
  it.each([
    ['SELECT * FROM runs WHERE organization_id = $1 AND id = $2'],
    ['SELECT "r"."id" FROM "runs" "r" WHERE "r"."organization_id" = $1'],
    ['UPDATE runs SET a = 1 WHERE $1 = organization_id'],
    ['INSERT INTO runs (organization_id, id) VALUES ($1, $2)'],
    [
      'SELECT 1 FROM runs r JOIN workflows w ON w.organization_id = r.organization_id WHERE r.organization_id = $1',
    ],
    ['DELETE FROM runs WHERE organization_id IN ($1)'],
    ['SELECT * FROM runs r WHERE (r.organization_id, r.id) IN (($1, $2))'],
    ['SELECT * FROM organizations WHERE id = $1'],
  ])('lets pass %s', (statement) => {
    expect(undividedTables(statement, TABLES)).toEqual([]);
  });

  it.each([
    ['SELECT * FROM runs WHERE id = $1', ['runs']],
    ['SELECT "r"."organization_id" FROM "runs" "r" WHERE "r"."id" = $1', ['runs']],
    [
      'SELECT 1 FROM runs r JOIN workflows w ON w.id = r.workflow_id WHERE r.organization_id = $1',
      ['workflows'],
    ],
    [
      'SELECT 1 FROM runs r JOIN workflows w ON w.organization_id = r.organization_id WHERE r.id = $1',
      ['runs', 'workflows'],
    ],
    ['INSERT INTO runs (id) VALUES ($1)', ['runs']],
    ['DELETE FROM api_keys', ['api_keys']],
    ['UPDATE runs SET organization_id_hint = $1', ['runs']],
  ])('finds %s', (statement, expected) => {
    expect(undividedTables(statement, TABLES)).toEqual(expected);
  });
});
