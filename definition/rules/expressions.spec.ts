import type { JsonObject } from '../json';
import { expressions } from './expressions';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

function judge(type: string, payload: JsonObject): unknown {
  return runRules([expressions], definitionOf({ a: { type, payload } }), { catalog: toyCatalog });
}

const problem = (code: string, field: string, message: string) => ({
  type: code === 'condition_invalid' ? 'pattern' : 'variable',
  code,
  nodeId: 'a',
  field: `payload.${field}`,
  message,
});
const named = (nodeName: string, issue: ReturnType<typeof problem>) => ({ ...issue, nodeName });

describe('expressions', () => {
  it('can be read, in both dialects', () => {
    const message =
      '{{$trigger.body.x}} {{root.result.x}} {{$nodes.b.result.x}} {{b.result.x || 0}} {{$item}}';
    expect(judge('log', { message, deep: [{ list: ['{{$index}}'] }] })).toEqual([]);
  });

  it('are read in what a node of a block takes `$inputs` from, when it reads them', () => {
    const blockContext = { inputMapping: { n: { deep: '{{x.status}}' } } };
    const judgeNode = (message: string) =>
      runRules(
        [expressions],
        definitionOf({ a: { type: 'log', payload: { message }, blockContext } }),
        { catalog: toyCatalog },
      );
    expect(judgeNode('{{$trigger.x}}')).toEqual([]);
    expect(judgeNode('{{$inputs.n}}')).toMatchObject([
      { code: 'expression_invalid', nodeId: 'a', field: 'blockContext.inputMapping.n.deep' },
    ]);
  });

  it('are reported with the place where they stand, all of them', () => {
    expect(
      judge('http-request', {
        url: 'https://x/{{fetch.status}}',
        headers: { list: ['{{$now}}', '{{'] },
      }),
    ).toEqual(
      [
        problem(
          'expression_invalid',
          'url',
          'In `{{fetch.status}}`: A node has `result`, `error` and `payload`, not `status`. Did you mean `fetch.result.status`?',
        ),
        problem(
          'expression_invalid',
          'headers.list.0',
          'In `{{$now}}`: `$now` is unknown. The time of the start is `$trigger.triggeredAt`.',
        ),
        problem(
          'expression_invalid',
          'headers.list.1',
          'The `{{` at position 1 is not closed. Write `\\{{` to mean the braces themselves.',
        ),
      ].map((issue) => named('Toy http-request', issue)),
    );
  });

  it('may have no placeholder left', () => {
    const ask =
      'asks the author for a value and must be replaced by one. For a node with the id `ask` write `$nodes.ask.result`.';
    expect(
      judge('log', { message: 'to {{ask.chat}} {{ $trigger.x || ask.b }} {{$env.x}}' }),
    ).toEqual(
      [
        problem('placeholder_left', 'message', `In \`{{ask.chat}}\`: \`ask.chat\` ${ask}`),
        problem(
          'placeholder_left',
          'message',
          `In \`{{ $trigger.x || ask.b }}\`: \`ask.b\` ${ask}`,
        ),
        problem(
          'expression_invalid',
          'message',
          'In `{{$env.x}}`: `$env` is unknown. Configuration belongs in `$vars.<name>`.',
        ),
      ].map((issue) => ({ ...issue, nodeName: 'Log' })),
    );
  });

  it('stand in no key', () => {
    expect(judge('http-request', { headers: { '{{$trigger.x}}': 'v' } })).toEqual([
      named(
        'Toy http-request',
        problem(
          'expression_invalid',
          'headers.{{$trigger.x}}',
          'A key is no place for an expression. Write `\\{{` to mean the braces themselves.',
        ),
      ),
    ]);
  });

  it('are not looked for in code, templates and schemas', () => {
    expect(judge('code-transform', { code: 'const x = {{a: 1}}' })).toEqual([]);
    expect(judge('format', { template: '{{@id}}' })).toEqual([]);
    expect(judge('manual', { inputSchema: { default: '{{' } })).toEqual([]);
  });
});

describe('conditions', () => {
  it.each([
    ['if', 'condition'],
    ['filter', 'filter'],
    ['filter', 'condition'],
  ])('of %s.%s show the fix for a bare comparison', (type, key) => {
    expect(judge(type, { [key]: { status: { $eq: 200 } } })).toEqual([
      named(
        toyCatalog.get(type)?.title ?? '',
        problem(
          'condition_invalid',
          key,
          'A comparison can\'t stand alone at the top of a condition. Write {"$and":[{"status":{"$eq":200}}]}.',
        ),
      ),
    ]);
  });

  it('name the place inside of them', () => {
    expect(judge('if', { condition: { $and: [{ '{{b.result.x}}': { $equals: 1 } }] } })).toEqual([
      named(
        'If',
        problem(
          'condition_invalid',
          'condition.$and.0.{{b.result.x}}.$equals',
          '`$equals` is no operator. Did you mean `$eq`?',
        ),
      ),
    ]);
  });

  it('may have no placeholder left, and one in a shown text is not taken for it', () => {
    expect(judge('if', { condition: { $and: [{ '{{ask.limit}}': { $gt: 1 } }] } })).toEqual([
      expect.objectContaining({ code: 'placeholder_left' }),
    ]);
    expect(judge('if', { condition: { '{{ask.limit}}': { $gt: 1 } } })).toEqual([
      expect.objectContaining({ code: 'condition_invalid' }),
    ]);
  });

  it('are conditions in `if` and `filter` only', () => {
    expect(judge('db-query', { condition: { status: { $eq: 200 } } })).toEqual([]);
  });
});
