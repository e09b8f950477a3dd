import { nodeIdProblem } from './node-id';

describe('nodeIdProblem', () => {
  it.each(['a', 'root', '_', '0', 'log_message', 'step-2', '__proto__', 'x'.repeat(64)])(
    'takes %s',
    (id) => {
      expect(nodeIdProblem(id)).toBeUndefined();
    },
  );

  const rule = 'An id has 1 to 64 letters, digits, `_` or `-`';
  it.each([
    ['', `${rule}; this one is empty.`],
    ['x'.repeat(65), `${rule}; this one has 65.`],
    ['-a', `${rule}, and does not start with \`-\`.`],
    ['a.b', `${rule}. A dot would end the id inside an expression; use \`_\`.`],
    ['a b', `${rule}. A space would end the id inside an expression; use \`_\`.`],
    ['a\n', `${rule}. A space would end the id inside an expression; use \`_\`.`],
    ['$a', `${rule}. Expressions can't name other characters.`],
    ['größe', `${rule}. Expressions can't name other characters.`],
  ])('refuses %j', (id, message) => {
    expect(nodeIdProblem(id)).toBe(message);
  });
});
