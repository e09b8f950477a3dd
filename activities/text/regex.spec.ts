import type { JsonObject } from '../../definition/json';
import { failureOf, testContext } from '../testing/context';
import { regex } from './regex';

const context = testContext();
const run = (input: JsonObject) => regex.run(input, context);

it('returns the first match with its groups by number and name', async () => {
  expect(
    await run({ text: 'on 2026-01-31', pattern: '(?P<year>\\d{4})-(?P<month>\\d\\d)-(\\d\\d)' }),
  ).toEqual({
    matched: true,
    matches: {
      '0': '2026-01-31',
      '1': '2026',
      '2': '01',
      '3': '31',
      year: '2026',
      month: '01',
    },
  });
});

it('returns all matches with global', async () => {
  expect(await run({ text: 'a1 b2', pattern: '([a-z])\\d', global: true })).toEqual({
    matched: true,
    matches: [
      { '0': 'a1', '1': 'a' },
      { '0': 'b2', '1': 'b' },
    ],
  });
});

it('tells when nothing matches', async () => {
  expect(await run({ text: 'abc', pattern: '\\d' })).toEqual({ matched: false, matches: {} });
  expect(await run({ text: 'abc', pattern: '\\d', global: true })).toEqual({
    matched: false,
    matches: [],
  });
});

it('gives an empty text for a group that took no part', async () => {
  expect(await run({ text: 'b', pattern: '(?P<a>a)?b' })).toEqual({
    matched: true,
    matches: { '0': 'b', '1': '', a: '' },
  });
});

it('takes the text from `input` too, `text` first', async () => {
  expect(await run({ input: 'x1', pattern: '\\d' })).toMatchObject({ matches: { '0': '1' } });
  expect(await run({ text: 'x2', input: 'x1', pattern: '\\d' })).toMatchObject({
    matches: { '0': '2' },
  });
});

it('goes on after empty matches', async () => {
  expect(await run({ text: 'ab', pattern: 'x*', global: true })).toEqual({
    matched: true,
    matches: [{ '0': '' }, { '0': '' }, { '0': '' }],
  });
});

it('treats text beyond the basic plane as whole characters', async () => {
  expect(await run({ text: 'a😀b', pattern: 'a(.)b' })).toMatchObject({ matches: { '1': '😀' } });
});

it('has RE2 syntax: no lookahead, no backreference', async () => {
  for (const pattern of ['a(?=b)', '(a)\\1', '(', '[']) {
    expect(await failureOf(run({ text: 'aa', pattern }))).toMatchObject({
      code: 'regex_invalid_pattern',
      retryable: false,
    });
  }
});

it('is not brought down by patterns that backtrack elsewhere', async () => {
  expect(await run({ text: `${'a'.repeat(50_000)}!`, pattern: '^(a+)+$' })).toEqual({
    matched: false,
    matches: {},
  });
});

it('stops at its deadline, and works again afterwards', async () => {
  const slow = { text: 'a'.repeat(60_000), pattern: '.*?x|a', global: true };
  expect((await failureOf(run(slow))).code).toBe('regex_timeout');
  expect(await run({ text: '1', pattern: '1' })).toMatchObject({ matched: true });
});

it('limits the number of matches and their size', async () => {
  const many = { text: 'a'.repeat(10_001), pattern: 'a', global: true };
  expect((await failureOf(run(many))).code).toBe('regex_too_many_matches');
  expect(await run({ ...many, text: 'a'.repeat(10_000) })).toMatchObject({ matched: true });
  const large = { text: 'a'.repeat(400_000), pattern: '((a+))' };
  expect((await failureOf(run(large))).code).toBe('result_too_large');
});

it('lets no group name do harm', async () => {
  const result = (await run({ text: 'x', pattern: '(?P<constructor>x)' })) as {
    matches: JsonObject;
  };
  expect(Object.entries(result.matches)).toEqual([
    ['0', 'x'],
    ['1', 'x'],
    ['constructor', 'x'],
  ]);
});
