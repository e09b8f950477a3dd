import type { JsonObject } from '../json';
import { parseFormatTemplate, runFormat } from './format';

describe('parseFormatTemplate', () => {
  it('takes fields, dotted fields, spaces and escapes', () => {
    expect(parseFormatTemplate('{{@id}} = {{ @a.b.0 }} \\{{x}}')).toEqual({
      ok: true,
      template: [['id'], ' = ', ['a', 'b', '0'], ' {{x}}'],
    });
    expect(parseFormatTemplate('')).toEqual({ ok: true, template: [] });
  });

  it.each([
    ['{{$trigger.body.x}}', '$trigger.body.x'],
    ['a {{id}}', 'id'],
    ['{{@}}', '@'],
    ['{{@a..b}}', '@a..b'],
    ['{{}}', ''],
  ])('refuses %s', (source, shown) => {
    expect(parseFormatTemplate(source)).toEqual({
      ok: false,
      message: `A format template has only \`{{@field}}\`, not \`{{${shown}}}\`. Put what it should read into \`data\`.`,
    });
  });

  it('refuses open braces', () => {
    expect(parseFormatTemplate('ab {{@id')).toEqual({
      ok: false,
      message: 'The `{{` at position 4 is not closed. Write `\\{{` to mean the braces themselves.',
    });
  });
});

describe('runFormat', () => {
  const rows = [{ id: 1, t: 'x' }, { id: 2, t: { u: [true] } }, null];

  it.each<[string, JsonObject, string]>([
    ['an object', { data: { a: { b: 'c' } }, template: '<{{@a.b}}>' }, '<c>'],
    [
      'an array, line by line',
      { data: rows, template: '{{@id}}:{{@t}}' },
      '1:x\n2:{"u":[true]}\n:',
    ],
    ['another separator', { data: rows, template: '{{@id}}', separator: ', ' }, '1, 2, '],
    ['no separator', { data: rows, template: '{{@id}}', separator: '' }, '12'],
    ['null as separator', { data: [{}, {}], template: 'a', separator: null }, 'a\na'],
    ['an empty array', { data: [], template: '{{@id}}' }, ''],
    ['an empty template', { data: rows, template: '', separator: '-' }, '--'],
    ['a name of the language', { data: {}, template: '[{{@constructor}}{{@__proto__.x}}]' }, '[]'],
    [
      'data that looks like a field',
      { data: { a: '{{@b}}', b: 'c' }, template: '{{@a}}' },
      '{{@b}}',
    ],
  ])('renders %s', (_name, input, formatted) => {
    expect(runFormat(input)).toEqual({ ok: true, result: { formatted } });
  });

  it.each<[string, JsonObject, string]>([
    ['no template', { data: [] }, '`template` must be a text.'],
    ['a template that is no text', { data: [], template: 1 }, '`template` must be a text.'],
    [
      'a separator that is no text',
      { data: [], template: '', separator: 1 },
      '`separator` must be a text.',
    ],
    ['no data', { template: '' }, '`data` must be an array or an object, but it is null.'],
    [
      'data that is text',
      { template: '', data: 'x' },
      '`data` must be an array or an object, but it is a text.',
    ],
    [
      'a broken template',
      { template: '{{id}}', data: {} },
      'A format template has only `{{@field}}`, not `{{id}}`. Put what it should read into `data`.',
    ],
  ])('refuses %s', (_name, input, message) => {
    expect(runFormat(input)).toEqual({ ok: false, error: { code: 'invalid_input', message } });
  });

  it.each<[string, JsonObject]>([
    ['its fields', { data: [{ a: 'x'.repeat(1_048_576) }], template: '{{@a}}' }],
    ['its own text', { data: Array.from({ length: 2000 }, () => 0), template: 'x'.repeat(600) }],
    [
      'its separators',
      { data: Array.from({ length: 2000 }, () => 0), template: '', separator: 'x'.repeat(600) },
    ],
  ])('stops at a million characters of %s', (_name, input) => {
    expect(runFormat(input)).toEqual({
      ok: false,
      error: {
        code: 'expression_output_too_large',
        message: 'The expressions of one node may produce at most 1048576 characters.',
      },
    });
  });

  it('stops after 100,000 parts', () => {
    const data = Array.from({ length: 1000 }, () => 0);
    const render = (parts: number): unknown =>
      runFormat({ data, template: '{{@a}}'.repeat(parts), separator: '' });
    expect(render(100)).toEqual({ ok: true, result: { formatted: '' } });
    expect(render(101)).toEqual({
      ok: false,
      error: {
        code: 'expression_fuel_exhausted',
        message: 'The expressions of one node may take at most 100000 steps.',
      },
    });
  });
});
