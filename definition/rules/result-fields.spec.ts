import { blockList } from '../blocks/types';
import type { WorkflowNode } from '../types';
import { resultFields } from './result-fields';
import { runRules } from './run';
import { definitionOf, toyCatalog, toySpec } from './toy-catalog';

const catalog = new Map(toyCatalog)
  .set(
    'deep',
    toySpec('deep', {
      resultSchema: {
        type: 'object',
        properties: {
          user: {
            type: 'object',
            properties: { name: { type: 'string' }, tags: { type: 'array' } },
          },
          open: { type: 'object', properties: { a: {} }, additionalProperties: true },
          typed: {
            type: 'object',
            properties: { a: {} },
            additionalProperties: { type: 'number' },
          },
          named: { type: 'object', properties: { a: {} }, patternProperties: { '^x': {} } },
          shut: { type: 'object', properties: { only: {} }, additionalProperties: false },
          empty: { type: 'object', properties: {} },
          any: {},
          list: { type: 'array', items: { type: 'object', properties: { id: {} } } },
          always: true,
        },
      },
    }),
  )
  .set(
    'wrapped',
    toySpec('wrapped', {
      resultSchema: {
        type: 'object',
        properties: { page: { type: 'object', properties: { rows: { type: 'array' } } } },
      },
    }),
  );

function judge(type: string, expression: string, more: Partial<WorkflowNode> = {}): unknown {
  const definition = definitionOf({
    root: { type: 'manual', children: ['a'] },
    a: { type, children: ['b'], ...more },
    b: { type: 'log', payload: { list: [`see {{${expression}}}`] } },
  });
  return runRules([resultFields], definition, { catalog });
}

const problem = (message: string) => [
  {
    type: 'variable',
    code: 'unknown_result_field',
    nodeId: 'b',
    nodeName: 'Log',
    field: 'payload.list.0',
    message,
  },
];

describe('resultFields', () => {
  it.each([
    ['deep', 'a.result'],
    ['deep', '$nodes.a.result.user.name'],
    ['deep', 'a.result.user.name.further'],
    ['deep', 'a.result.user.tags.0'],
    ['deep', 'a.result.user.tags.0.x'],
    ['deep', 'a.result.open.b'],
    ['deep', 'a.result.typed.b'],
    ['deep', 'a.result.named.b'],
    ['deep', 'a.result.empty.x'],
    ['deep', 'a.result.any.x.y'],
    ['deep', 'a.result.always.x'],
    ['deep', 'a.result.list.3.id'],
    ['deep', 'a.payload.whatever'],
    ['deep', 'a.error.whatever'],
    ['deep', 'nobody.result.x'],
    ['deep', '$trigger.anything'],
    ['regex', 'a.result.matches.1'],
    ['no-such', 'a.result.x'],
    ['for-each', 'a.result.iterations.0.show.result'],
    ['wait', 'a.result.triggerResult.approved'],
    ['code-transform', 'a.result.output.total'],
    ['http-request', 'a.result.json.id'],
  ])('%s has %s', (type, expression) => {
    expect(judge(type, expression)).toEqual([]);
  });

  it.each([
    [
      'code-transform',
      'a.result.total',
      '`a.result` has no `total`. Did you mean `a.result.output.total`?',
    ],
    [
      'db-query',
      'a.result.quota',
      '`a.result` has no `quota`. Did you mean `a.result.rows.0.quota`?',
    ],
    [
      'db-query',
      'a.result.rows.quota',
      '`a.result.rows` is a list. Write `a.result.rows.0.quota` for its first item.',
    ],
    ['http-request', 'a.result.stauts', '`a.result` has no `stauts`. Did you mean `status`?'],
    [
      'http-request',
      'a.result.data',
      '`a.result` has no `data`. It has `status`, `body` or `json`.',
    ],
    [
      'http-request',
      'a.result.constructor',
      '`a.result` has no `constructor`. It has `status`, `body` or `json`.',
    ],
    ['deep', 'a.result.user.email', '`a.result.user` has no `email`. It has `name` or `tags`.'],
    ['deep', 'a.result.shut.x', '`a.result.shut` has no `x`. Did you mean `a.result.shut.only.x`?'],
    [
      'deep',
      'a.result.list.first.id',
      '`a.result.list` is a list. Write `a.result.list.0.first.id` for its first item.',
    ],
    [
      'deep',
      'a.result.list.0.name',
      '`a.result.list.0` has no `name`. Did you mean `a.result.list.0.id.name`?',
    ],
    [
      'deep',
      'a.result.user.tags.length',
      '`a.result.user.tags` is a list. Write `a.result.user.tags.0.length` for its first item.',
    ],
    [
      'wrapped',
      'a.result.page.id',
      '`a.result.page` has no `id`. Did you mean `a.result.page.rows.0.id`?',
    ],
  ])('%s has not %s', (type, expression, message) => {
    expect(judge(type, expression)).toEqual(problem(message));
  });

  it('leaves a node with a schema of its own alone', () => {
    const resultSchema = { type: 'object', properties: { price: {} } };
    expect(judge('http-request', 'a.result.price', { resultSchema })).toEqual([]);
    expect(judge('http-request', 'a.result.other', { resultSchema })).toEqual([]);
  });
});

describe('the outputs of a block', () => {
  const outputs = { sum: 'number', rows: 'array', any: undefined };
  const outputSchema = Object.entries(outputs).map(([key, type]) => ({
    ...{ key, sourceNode: 'say', ...(type !== undefined && { type }) },
  }));
  const block = { id: 'blk_a', version: 1, name: 'A', definition: { nodes: {}, outputSchema } };
  const messagesOf = (path: string) => {
    const definition = definitionOf({
      a: { type: 'block', payload: { blockId: 'blk_a' }, children: ['b'] },
      b: { type: 'log', payload: { message: `{{a.result.${path}}}` } },
    });
    const blocks = blockList([block]);
    return runRules([resultFields], definition, { catalog, blocks }).map(({ message }) => message);
  };

  it.each(['sum', 'any', 'any.x.y', 'rows', 'rows.0.id'])('are read by %s', (path) => {
    expect(messagesOf(path)).toEqual([]);
  });

  it('are all that it gives', () => {
    expect(messagesOf('other')).toEqual([
      '`a.result` has no `other`. It has `sum`, `rows` or `any`.',
    ]);
  });
});
