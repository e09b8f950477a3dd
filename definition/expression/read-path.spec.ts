import fc from 'fast-check';
import type { Json } from '../json';
import { fieldPath, readPath } from './read-path';

describe('readPath', () => {
  const data: Json = {
    rows: [{ field: 'x' }, [1, 2]],
    matches: { '0': 'whole', '1': 'first' },
    none: null,
    zero: 0,
    text: 'abc',
    'key with space': true,
  };

  it.each<[string[], Json]>([
    [[], data],
    [['rows', '0', 'field'], 'x'],
    [['rows', '1', '1'], 2],
    [['matches', '1'], 'first'],
    [['key with space'], true],
    [['zero'], 0],
    [['none'], null],
    [['none', 'deeper', 'still'], null],
    [['missing', 'deeper'], null],
    [['zero', 'deeper'], null],
    [['text', '0'], null],
    [['text', 'length'], null],
    [['rows', 'length'], null],
    [['rows', '2'], null],
    [['rows', '-1'], null],
    [['rows', '00'], null],
    [['rows', '0x0'], null],
    [['rows', '0 '], null],
    [['rows', '1.0'], null],
    [['rows', ''], null],
    [['rows', 'map'], null],
    [['rows', '1000000000'], null],
  ])('reads %j', (path, expected) => {
    expect(readPath(data, path)).toEqual(expected);
  });

  it('reads a missing start as null', () => {
    expect(readPath(undefined, [])).toBeNull();
    expect(readPath(undefined, ['a'])).toBeNull();
  });

  it('reads indexes of several digits', () => {
    const numbers = Array.from({ length: 120 }, (_, index) => index);
    expect(readPath(numbers, ['119'])).toBe(119);
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))('finds no own %s', (name) => {
    expect(readPath({}, [name])).toBeNull();
    expect(readPath([], [name])).toBeNull();
    expect(readPath('text', [name])).toBeNull();
  });

  it('reads an own `__proto__` as data', () => {
    expect(readPath(JSON.parse('{"__proto__": {"a": 1}}') as Json, ['__proto__', 'a'])).toBe(1);
  });

  it('reads a missing name as null, however it is called', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (name, value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        const has = typeof json === 'object' && json !== null && Object.hasOwn(json, name);
        fc.pre(!has);
        expect(readPath(json, [name])).toBeNull();
      }),
    );
  });
});

describe('fieldPath', () => {
  it.each<[string, string[] | undefined]>([
    ['state', ['state']],
    ['user.name.0', ['user', 'name', '0']],
    ['key with space', ['key with space']],
    ['', undefined],
    ['a..b', undefined],
    ['.a', undefined],
    ['a.', undefined],
  ])('splits %j', (field, path) => {
    expect(fieldPath(field)).toEqual(path);
  });
});
