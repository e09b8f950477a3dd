import type { JsonObject } from '../json';
import { isConditionField, parsePayload } from './payload';

function parse(type: string, payload: JsonObject): { entries: unknown; problems: unknown[] } {
  const problems: unknown[] = [];
  const entries = parsePayload(type, payload, (path, message) => problems.push([path, message]));
  return { entries, problems };
}

const item = { kind: 'reference', root: { kind: 'item', level: 'current' }, path: [] };

describe('parsePayload', () => {
  it('keeps the order of the fields', () => {
    expect(parse('log', { b: '{{$item}}', a: 1, c: { d: ['x'] } })).toEqual({
      entries: [
        ['b', { kind: 'expression', expression: item }],
        ['a', { kind: 'value', value: 1 }],
        ['c', { kind: 'value', value: { d: ['x'] } }],
      ],
      problems: [],
    });
  });

  it('leaves literal fields alone, of their type only', () => {
    expect(parse('format', { template: '{{@id}}', data: '{{$item}}' })).toEqual({
      entries: [
        ['template', { kind: 'value', value: '{{@id}}' }],
        ['data', { kind: 'expression', expression: item }],
      ],
      problems: [],
    });
    expect(parse('log', { template: '{{$item}}' }).entries).toEqual([
      ['template', { kind: 'expression', expression: item }],
    ]);
  });

  it.each([
    ['if', 'condition', { kind: 'template', template: { kind: 'value', value: 'state' } }],
    ['filter', 'filter', { kind: 'field', path: ['state'] }],
    ['filter', 'condition', { kind: 'field', path: ['state'] }],
  ])('reads %s.%s as a condition', (type, key, left) => {
    expect(isConditionField(type, key)).toBe(true);
    expect(parse(type, { [key]: { $and: [{ state: { $eq: 1 } }] } })).toEqual({
      entries: [
        [
          key,
          {
            kind: 'condition',
            condition: {
              kind: 'and',
              conditions: [
                { kind: 'comparison', left, operator: '$eq', right: { kind: 'value', value: 1 } },
              ],
            },
          },
        ],
      ],
      problems: [],
    });
  });

  it('reads no condition elsewhere', () => {
    expect(isConditionField('if', 'filter')).toBe(false);
    expect(isConditionField('log', 'condition')).toBe(false);
    expect(parse('if', { filter: { a: 1 } }).entries).toEqual([
      ['filter', { kind: 'value', value: { a: 1 } }],
    ]);
  });

  it('says where problems are, and puts null there', () => {
    const { entries, problems } = parse('if', { condition: 7, x: { y: ['{{'] }, z: 'fine' });
    expect(problems).toEqual([
      [['condition'], expect.any(String)],
      [['x', 'y', '0'], expect.any(String)],
    ]);
    expect(entries).toEqual([
      ['condition', { kind: 'value', value: null }],
      ['x', { kind: 'value', value: { y: [null] } }],
      ['z', { kind: 'value', value: 'fine' }],
    ]);
  });

  it('reads keys as keys of a payload are read everywhere', () => {
    expect(parse('log', { '\\{{a}}': 1, '\\{{b}}': '{{$item}}' })).toEqual({
      entries: [
        ['{{a}}', { kind: 'value', value: 1 }],
        ['{{b}}', { kind: 'expression', expression: item }],
      ],
      problems: [],
    });
    expect(parse('log', { '{{a.result}}': 1 }).problems).toEqual([
      [['{{a.result}}'], expect.any(String)],
    ]);
  });

  it('keeps a key that is a name of JavaScript', () => {
    const payload = JSON.parse('{"__proto__": 1, "constructor": "{{$item}}"}') as JsonObject;
    expect(parse('log', payload).entries).toEqual([
      ['__proto__', { kind: 'value', value: 1 }],
      ['constructor', { kind: 'expression', expression: item }],
    ]);
  });
});
