import { parseIfCondition } from '../condition/parse';
import type { Json } from '../json';
import type { Template } from './ast';
import { locateReferences, references } from './references';
import { parseTemplate } from './template';

function parsed(value: Json): Template {
  return parseTemplate(value, (path, message) => {
    throw new Error(`${path.join('.')}: ${message}`);
  });
}

function located(template: Template): string[] {
  return locateReferences(template).map(
    ({ reference, field }) =>
      `${field.join('/')}: ${reference.root.kind} ${reference.path.join('.')}`,
  );
}

describe('locateReferences', () => {
  it('finds every reference, in the order of the payload', () => {
    const template = parsed({
      constant: 'x',
      one: '{{$item.a}}',
      text: 'a {{$trigger.b}} c {{$vars.d}}',
      list: [1, { deep: "{{$props.e || 'x' || $inputs.f}}" }],
    });
    expect(located(template)).toEqual([
      'one: item a',
      'text: trigger b',
      'text: vars d',
      'list/1/deep: props e',
      'list/1/deep: inputs f',
    ]);
    expect(references(template).map(({ path }) => path)).toEqual([
      ['a'],
      ['b'],
      ['d'],
      ['e'],
      ['f'],
    ]);
  });

  it('finds both sides of every comparison', () => {
    const condition = parseIfCondition(
      {
        $and: [
          { '{{$item.a}}': { $eq: '{{$item.b}}' } },
          { $or: [{ 'x {{$item.c}}': { $in: [1, '{{$item.d}}'] } }, { x: { $eq: 1 } }] },
        ],
      },
      (_path, message) => {
        throw new Error(message);
      },
    );
    if (!condition) throw new Error('no condition');
    const template: Template = {
      kind: 'object',
      entries: [['condition', { kind: 'condition', condition }]],
    };
    expect(located(template)).toEqual([
      'condition: item a',
      'condition: item b',
      'condition: item c',
      'condition/1: item d',
    ]);
  });

  it('finds the right side of a comparison of fields', () => {
    const template: Template = {
      kind: 'condition',
      condition: {
        kind: 'comparison',
        left: { kind: 'field', path: ['state'] },
        operator: '$eq',
        right: parsed('{{$item.x}}'),
      },
    };
    expect(located(template)).toEqual([': item x']);
  });

  it('finds nothing in a constant', () => {
    expect(references(parsed({ a: [1, 'b'] }))).toEqual([]);
  });
});
