import { createCatalog } from './catalog';
import { evaluate } from './evaluate';

const { actions } = createCatalog();

it('runs a local action', async () => {
  const input = { text: 'a1', pattern: '\\d' };
  expect(await evaluate(actions, { type: 'regex', input })).toEqual({
    ok: true,
    result: { matched: true, matches: { '0': '1' } },
  });
  const format = { data: { a: 1 }, template: 'a is {{@a}}' };
  expect(await evaluate(actions, { type: 'format', input: format })).toEqual({
    ok: true,
    result: { formatted: 'a is 1' },
  });
});

it('runs a pure node', async () => {
  const input = { message: 'hello' };
  expect(await evaluate(actions, { type: 'log', input })).toMatchObject({
    ok: true,
    result: { message: 'hello' },
  });
});

it('gives what goes wrong as an outcome', async () => {
  expect(await evaluate(actions, { type: 'regex', input: { text: '', pattern: '(' } })).toEqual({
    ok: false,
    error: {
      code: 'regex_invalid_pattern',
      message: 'The pattern is not valid: error parsing regexp: missing closing ): `(`',
    },
  });
  expect(await evaluate(actions, { type: 'format', input: { data: {} } })).toEqual({
    ok: false,
    error: { code: 'invalid_input', message: '`template` is missing' },
  });
  expect(await evaluate(actions, { type: 'nothing', input: {} })).toEqual({
    ok: false,
    error: { code: 'unknown_type', message: 'There is no action nothing' },
  });
});

it('bounds the time', async () => {
  const input = { code: 'function transform() { for (;;); }', input: null, timeout: 300 };
  expect(await evaluate(actions, { type: 'code-transform', input }, 100)).toEqual({
    ok: false,
    error: { code: 'action_timeout', message: 'The action did not end within 100 ms' },
  });
});
