import type { JsonObject } from '../definition/json';
import type { LocalOutcome } from '../workflows/port';
import { createCatalog } from './catalog';
import { evaluate } from './evaluate';

const { actions } = createCatalog();

function run(type: string, input: JsonObject, timeoutMs?: number): Promise<LocalOutcome> {
  const action = actions.get(type);
  if (!action) throw new Error(`There is no action ${type}`);
  return evaluate(action, input, timeoutMs);
}

it('runs a local action', async () => {
  const input = { text: 'a1', pattern: '\\d' };
  expect(await run('regex', input)).toEqual({
    ok: true,
    result: { matched: true, matches: { '0': '1' } },
  });
  const format = { data: { a: 1 }, template: 'a is {{@a}}' };
  expect(await run('format', format)).toEqual({
    ok: true,
    result: { formatted: 'a is 1' },
  });
});

it('gives what goes wrong as an outcome', async () => {
  expect(await run('regex', { text: '', pattern: '(' })).toEqual({
    ok: false,
    error: {
      code: 'regex_invalid_pattern',
      message: 'The pattern is not valid: error parsing regexp: missing closing ): `(`',
    },
  });
  expect(await run('format', { data: {} })).toEqual({
    ok: false,
    error: { code: 'invalid_input', message: '`template` is missing' },
  });
});

it('bounds the time', async () => {
  const input = { code: 'function transform() { for (;;); }', input: null, timeout: 300 };
  expect(await run('code-transform', input, 100)).toEqual({
    ok: false,
    error: { code: 'action_timeout', message: 'The action did not end within 100 ms' },
  });
});
