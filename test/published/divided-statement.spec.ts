import { divisionOf } from './divided-statement';

const TABLES = new Set(['runs', 'workflows', 'api_keys']);

const undivided = (statement: string): string[] => divisionOf(statement, TABLES).undivided;

describe('what a statement says of organizations', () => {
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
    [
      'SELECT 1 FROM runs r, workflows w WHERE r.organization_id = $1 AND w.organization_id = r.organization_id',
    ],
    [
      `WITH old AS (DELETE FROM runs WHERE organization_id = $1 RETURNING *)
       INSERT INTO workflows (id, organization_id) SELECT id, o.organization_id FROM old o`,
    ],
    ['INSERT INTO runs (id, organization_id) VALUES ($1, $2), ($3, $2)'],
    [
      'SELECT 1 FROM runs r JOIN workflows w USING (organization_id, id) WHERE r.organization_id = $1',
    ],
    [
      `SELECT * FROM runs r, LATERAL (SELECT FROM workflows WHERE organization_id = r.organization_id) w
       WHERE r.organization_id = $1`,
    ],
    [
      'SELECT id FROM runs WHERE organization_id = $1 UNION SELECT id FROM workflows WHERE organization_id = $1',
    ],
    ['SELECT FROM runs WHERE organization_id = ANY ($1::text[]) AND x IS DISTINCT FROM id'],
  ])('lets pass %s', (statement) => {
    expect(undivided(statement)).toEqual([]);
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
    ["INSERT INTO runs (organization_id, id) VALUES ('org_1', $1)", ['runs']],
    [
      'INSERT INTO runs (organization_id, id) SELECT w.organization_id, $1 FROM workflows w',
      ['runs', 'workflows'],
    ],
    [
      'INSERT INTO runs (organization_id, id) SELECT w.name, $2 FROM workflows w WHERE w.organization_id = $1',
      ['runs'],
    ],
    ['SELECT 1 FROM runs r, workflows w WHERE r.organization_id = $1', ['workflows']],
    [
      'DELETE FROM runs USING api_keys k, workflows w WHERE k.organization_id = $1',
      ['runs', 'workflows'],
    ],
    [
      'SELECT 1 FROM runs WHERE id = $2 AND EXISTS (SELECT FROM workflows WHERE organization_id = $1)',
      ['runs'],
    ],
    ['SELECT id FROM runs UNION SELECT id FROM workflows WHERE organization_id = $1', ['runs']],
    ['SELECT CASE WHEN r.organization_id = $1 THEN 1 END FROM runs r', ['runs']],
    ['SELECT count(*) FILTER (WHERE organization_id = $1) FROM runs', ['runs']],
    ["SELECT FROM runs WHERE note = 'organization_id = $1' -- organization_id = $1", ['runs']],
    ['DELETE FROM api_keys', ['api_keys']],
    ['UPDATE runs SET organization_id_hint = $1', ['runs']],
  ])('finds %s', (statement, expected) => {
    expect(undivided(statement)).toEqual(expected);
  });

  it.each([
    ['SELECT * FROM runs r WHERE r.id = $1 AND r.organization_id = $2', [2]],
    ['SELECT FROM runs WHERE (organization_id, id) IN (($2, $1))', [2]],
    ['INSERT INTO runs (id, organization_id) VALUES ($1, $2), ($3, $4)', [2, 4]],
    ['INSERT INTO runs (id, organization_id) SELECT id, $3 FROM unnest($1) AS u (id)', [3]],
    ['SELECT FROM organizations o WHERE o.id = $2', [2]],
  ])('knows the parameters of %s', (statement, expected) => {
    expect(divisionOf(statement, TABLES).parameters).toEqual(expected);
  });
});
