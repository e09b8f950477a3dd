import {
  isJsonObject,
  isStorable,
  mapValues,
  ownValue,
  setOwn,
  type Json,
  type JsonObject,
} from './json';

describe('names that users choose', () => {
  it.each(['__proto__', 'constructor', 'toString'])('%s is found only where it was set', (name) => {
    const object: JsonObject = {};
    expect(ownValue(object, name)).toBeUndefined();
    setOwn(object, name, 'mine');
    expect(ownValue(object, name)).toBe('mine');
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
  });

  it.each(['__proto__', 'plain'])('%s is set like any other: shown, changed, removed', (name) => {
    const object: JsonObject = {};
    setOwn(object, name, 1);
    setOwn(object, name, 2);
    expect(JSON.stringify(object)).toBe(`{"${name}":2}`);
    expect(Reflect.set(object, name, 3)).toBe(true);
    expect(ownValue(object, name)).toBe(3);
    expect(Reflect.deleteProperty(object, name)).toBe(true);
    expect(Object.hasOwn(object, name)).toBe(false);
  });
});

describe('isJsonObject', () => {
  it.each<[Json | undefined, boolean]>([
    [{}, true],
    [[], false],
    [null, false],
    ['text', false],
    [undefined, false],
  ])('of %j is %s', (value, is) => {
    expect(isJsonObject(value)).toBe(is);
  });
});

describe('isStorable', () => {
  const odd = ['a\0b', '\ud83d', '\ude00x'];

  it.each<[Json]>([['plain'], ['\u{1f600}'], [null], [5], [{ a: ['x', { b: true }] }]])(
    'lets %j pass',
    (value) => {
      expect(isStorable(value)).toBe(true);
    },
  );

  it.each(odd)('finds the odd text no. %# wherever it is', (text) => {
    const values: Json[] = [text, ['x', text], { a: { b: text } }, { a: { [text]: 1 }, b: 2 }];
    for (const value of values) {
      expect(isStorable(value)).toBe(false);
    }
  });
});

it('mapValues changes a copy, by value and key', () => {
  const object = JSON.parse('{"__proto__":1,"a":2}') as JsonObject;
  expect(JSON.stringify(mapValues(object, (value, key) => [key, value]))).toBe(
    '{"__proto__":["__proto__",1],"a":["a",2]}',
  );
  expect(object.a).toBe(2);
});
