import fc from 'fast-check';
import type { Json } from '../json';
import type { Expression, Template } from './ast';
import { parseTemplate, parseText } from './template';

type Problem = [path: string, message: string];

function parse(value: Json): { template: Template; problems: Problem[] } {
  const problems: Problem[] = [];
  const template = parseTemplate(value, (path, message) =>
    problems.push([path.join('/'), message]),
  );
  return { template, problems };
}

const item: Expression = { kind: 'reference', root: { kind: 'item', level: 'current' }, path: [] };
const index: Expression = {
  kind: 'reference',
  root: { kind: 'index', level: 'current' },
  path: [],
};

describe('parseTemplate', () => {
  it.each<[string, Json, Template]>([
    ['exactly one expression', '{{$item}}', { kind: 'expression', expression: item }],
    ['spaces inside the braces', '{{ $item }}', { kind: 'expression', expression: item }],
    ['a space around it', ' {{$item}}', { kind: 'text', parts: [' ', item] }],
    ['a newline after it', '{{$item}}\n', { kind: 'text', parts: [item, '\n'] }],
    ['two expressions', '{{$item}}{{$index}}', { kind: 'text', parts: [item, index] }],
    ['text around it', 'a {{$item}} b', { kind: 'text', parts: ['a ', item, ' b'] }],
    ['no expression', 'plain } }} { text', { kind: 'value', value: 'plain } }} { text' }],
    ['empty text', '', { kind: 'value', value: '' }],
    ['escaped braces', 'a \\{{b}} c', { kind: 'value', value: 'a {{b}} c' }],
    ['escaped at the end', '\\{{', { kind: 'value', value: '{{' }],
    ['escaped, then an expression', '\\{{{{$item}}', { kind: 'text', parts: ['{{', item] }],
    ['an escaped backslash', 'C:\\\\{{$item}}', { kind: 'text', parts: ['C:\\', item] }],
    ['three backslashes', '\\\\\\{{$item}}', { kind: 'value', value: '\\{{$item}}' }],
    ['four backslashes', '\\\\\\\\{{$item}}', { kind: 'text', parts: ['\\\\', item] }],
    [
      'backslashes elsewhere',
      '\\d\\\\ {{$item}} \\',
      { kind: 'text', parts: ['\\d\\\\ ', item, ' \\'] },
    ],
    [
      'a backslash that ends an expression',
      '{{$item}}\\{{x}}',
      { kind: 'text', parts: [item, '{{x}}'] },
    ],
    [
      'braces in a quoted text',
      "{{ $item || '}}' }}",
      {
        kind: 'expression',
        expression: { kind: 'fallback', left: item, right: { kind: 'literal', value: '}}' } },
      },
    ],
    [
      'an escaped quote before braces',
      '{{"\\"}}"}}',
      { kind: 'expression', expression: { kind: 'literal', value: '"}}' } },
    ],
    ['null', null, { kind: 'value', value: null }],
    ['a number', 1.5, { kind: 'value', value: 1.5 }],
    ['a boolean', false, { kind: 'value', value: false }],
    ['a constant array', [1, ['a', {}]], { kind: 'value', value: [1, ['a', {}]] }],
    ['a constant object', { a: { b: [] } }, { kind: 'value', value: { a: { b: [] } } }],
    ['a constant with an escape', { a: ['\\{{x}}'] }, { kind: 'value', value: { a: ['{{x}}'] } }],
    ['an escape in a key', { '\\{{x}}': 1 }, { kind: 'value', value: { '{{x}}': 1 } }],
    [
      'an array with an expression',
      [{ a: [1] }, '{{$item}}'],
      {
        kind: 'array',
        items: [
          { kind: 'value', value: { a: [1] } },
          { kind: 'expression', expression: item },
        ],
      },
    ],
    [
      'an object with an expression',
      { a: 1, b: { c: '{{$item}}' }, d: 'x' },
      {
        kind: 'object',
        entries: [
          ['a', { kind: 'value', value: 1 }],
          ['b', { kind: 'object', entries: [['c', { kind: 'expression', expression: item }]] }],
          ['d', { kind: 'value', value: 'x' }],
        ],
      },
    ],
  ])('reads %s', (_name, value, template) => {
    expect(parse(value)).toEqual({ template, problems: [] });
  });

  it.each<[string, Json, Problem[]]>([
    [
      'an unknown root',
      { url: 'x {{$env.HOST}}' },
      [['url', 'In `{{$env.HOST}}`: `$env` is unknown. Configuration belongs in `$vars.<name>`.']],
    ],
    [
      'every problem of a payload',
      [{ a: '{{}}' }, '{{$index.x}} {{1e999}}'],
      [
        ['0/a', 'In `{{}}`: The expression is empty. Write a path such as `$trigger.body`.'],
        ['1', 'In `{{$index.x}}`: `$index` is a number and has no fields. Write `$index`.'],
        [
          '1',
          "In `{{1e999}}`: The number `1e999` is too large to be exact. Write it as text: `'1e999'`.",
        ],
      ],
    ],
    [
      'an expression without a hint',
      "{{'x}}",
      [['', "In `{{'x}}`: The text that starts at position 1 is not closed."]],
    ],
    [
      'an odd quote',
      "{{don't}} {{$item}}",
      [['', "In `{{don't}}`: The text that starts at position 4 is not closed."]],
    ],
    [
      'a long expression, shown in part',
      `{{'${'x'.repeat(100)}}}`,
      [['', `In \`{{'${'x'.repeat(79)}...}}\`: The text that starts at position 1 is not closed.`]],
    ],
    [
      'open braces',
      { a: 'b {{$item}} {{ $item }' },
      [['a', 'The `{{` at position 13 is not closed. Write `\\{{` to mean the braces themselves.']],
    ],
    [
      'an expression in a key',
      { a: { 'x {{$item}}': 1 } },
      [
        [
          'a/x {{$item}}',
          'A key is no place for an expression. Write `\\{{` to mean the braces themselves.',
        ],
      ],
    ],
    [
      'open braces in a key',
      { '{{': 1 },
      [['{{', 'A key is no place for an expression. Write `\\{{` to mean the braces themselves.']],
    ],
  ])('reports %s', (_name, value, problems) => {
    expect(parse(value).problems).toEqual(problems);
  });

  it('takes 50 levels and no more', () => {
    const nest = (levels: number): Json => {
      let value: Json = '{{$item}}';
      for (let level = 0; level < levels; level += 1) value = level % 2 ? { a: value } : [value];
      return value;
    };
    expect(parse(nest(50)).problems).toEqual([]);
    const { problems } = parse(nest(51));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.[0].split('/')).toHaveLength(50);
    expect(problems[0]?.[1]).toBe('A payload has at most 50 levels.');
    expect(parse(nest(100_000)).problems).toHaveLength(1);
  });

  it('makes something of what has problems', () => {
    expect(parse('{{').template).toEqual({ kind: 'value', value: null });
    expect(parse('{{$x}}').template).toEqual({ kind: 'value', value: '' });
  });

  it('keeps `__proto__` as a key', () => {
    const value = JSON.parse('{"__proto__": {"a": 1}}') as Json;
    const { template } = parse(value);
    expect(template.kind === 'value' && JSON.stringify(template.value)).toBe(
      '{"__proto__":{"a":1}}',
    );
  });

  it('leaves what has no braces as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(!JSON.stringify(value).includes('{{'));
        const json = JSON.parse(JSON.stringify(value)) as Json;
        expect(parse(json)).toEqual({ template: { kind: 'value', value: json }, problems: [] });
      }),
    );
  });

  it('reports only below the path it was given', () => {
    const problems: string[][] = [];
    parseText('{{$x}}', ['a', 'b'], (path) => problems.push(path));
    expect(problems).toEqual([['a', 'b']]);
  });
});
