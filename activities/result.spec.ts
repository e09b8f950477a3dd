import { toResult } from './result';

it('is plain JSON', () => {
  expect(toResult(undefined)).toBeNull();
  expect(toResult({ a: undefined, at: new Date(0) })).toEqual({ at: '1970-01-01T00:00:00.000Z' });
});

it('holds no half of a surrogate pair, which strict parsers refuse', () => {
  const given = { '\ud800': 'a\udfffb', pair: '\ud83d\ude00', text: '\\ud800 and \\\\ud800' };
  expect(toResult(given)).toEqual({ '\ufffd': 'a\ufffdb', pair: given.pair, text: given.text });
});
