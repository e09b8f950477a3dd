import { placeholderCount } from './placeholders';

describe('placeholderCount', () => {
  it.each([
    ['SELECT 1', 0],
    ['SELECT ?, ?', 2],
    ['SELECT ?1, ?1', 1],
    ['SELECT ?3', 3],
    ['SELECT ?2, ?', 3],
    ['SELECT :a, @a, $a, :a', 3],
    ['SELECT :a, ?, :a, ?', 3],
    ["SELECT '?', \"?\", `?`, [?], x'00' -- ?", 0],
    ["SELECT 'it''s ?' /* ? */, ? /* ?", 1],
    ['SELECT a$b, t.c->>?', 1],
    ['SELECT $a::b(c), ?', 2],
    ['SELECT 1e5 WHERE a = :x', 1],
  ])('%s takes %i', (sql, count) => {
    expect(placeholderCount(sql)).toBe(count);
  });
});
