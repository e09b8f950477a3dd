import { outputExpression } from './output-expression';

it.each([
  [undefined, 'sum.result'],
  ['', 'sum.result'],
  ['json.total', 'sum.result.json.total'],
  ['list.0', 'sum.result.list.0'],
  ["a b.it's", "sum.result['a b']['it\\'s']"],
  // No path, so it can only be a name.
  ['a..b', "sum.result['a..b']"],
])('the field %j of a node is read by %s', (field, expression) => {
  expect(outputExpression('sum', field)).toBe(expression);
});
