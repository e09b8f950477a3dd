import { parseTemplate } from './expression/template';
import type { Json } from './json';
import { hideReferences, literalReferences, secretReference } from './secret-references';

const REFERENCE = { $secret: 'sec_1' };

const literal = (payload: Json) => literalReferences(parseTemplate(payload, () => undefined));

describe('secretReference', () => {
  it('is an object with that key alone', () => {
    expect(secretReference(REFERENCE)).toBe('sec_1');
    const others: Json[] = [
      { $secret: 1 },
      { $secret: 'sec_1', a: 1 },
      {},
      ['sec_1'],
      'sec_1',
      null,
    ];
    for (const value of others) expect(secretReference(value)).toBeUndefined();
  });
});

describe('literalReferences', () => {
  it('gives the places where a payload holds a reference itself', () => {
    const payload = {
      headers: { authorization: REFERENCE, cookie: ['a', REFERENCE], accept: 'x' },
      vault: [{ __proto__x: REFERENCE }],
    };
    expect(literal(payload)).toEqual([
      ['headers', 'authorization'],
      ['headers', 'cookie', 1],
      ['vault', 0, '__proto__x'],
    ]);
  });

  it('also beside expressions, and never what an expression may give', () => {
    const payload = {
      url: '{{$trigger.url}}',
      headers: { authorization: REFERENCE, cookie: '{{$trigger.cookie}}' },
      list: ['{{$trigger.a}}', REFERENCE],
      made: { $secret: '{{$trigger.id}}' },
      mixed: { $secret: 'sec_{{$trigger.id}}' },
    };
    expect(literal(payload)).toEqual([
      ['headers', 'authorization'],
      ['list', 1],
    ]);
  });
});

describe('hideReferences', () => {
  it('hides them where they stand, in a copy, and leaves data that looks like one', () => {
    const payload = {
      headers: { authorization: REFERENCE, cookie: ['a', REFERENCE] },
      body: REFERENCE,
    };
    const places = [
      ['headers', 'authorization'],
      ['headers', 'cookie', 1],
      ['gone', 'x'],
    ];
    expect(hideReferences(payload, places)).toEqual({
      headers: { authorization: '***', cookie: ['a', '***'] },
      body: REFERENCE,
    });
    expect(payload.headers.authorization).toBe(REFERENCE);
  });
});
