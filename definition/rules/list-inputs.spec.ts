import type { JsonObject } from '../json';
import { listInputs } from './list-inputs';
import { runRules } from './run';
import { definitionOf, toyCatalog, toySpec } from './toy-catalog';

function judge(source: string, array: string, type = 'for-each'): unknown {
  const payload: JsonObject = { array };
  const definition = definitionOf({ a: { type: source }, b: { type, payload } });
  const sum = toySpec('sum', { payloadSchema: { properties: { array: { type: 'integer' } } } });
  const catalog = new Map(toyCatalog).set('sum', sum);
  return runRules([listInputs], definition, { catalog });
}

const problem = (message: string) => [
  {
    type: 'variable',
    code: 'pure_variable_type_mismatch',
    nodeId: 'b',
    nodeName: 'For each',
    field: 'payload.array',
    message,
  },
];

describe('listInputs', () => {
  it.each([
    ['db-query', '{{a.result.rows}}'],
    ['db-query', '{{a.result.rows.0}}', 'log'],
    ['http-request', '{{a.result.json}}'],
    ['http-request', '{{a.result.json.items}}'],
    ['http-request', '{{a.result.status || $trigger.items}}'],
    ['http-request', 'text {{a.result.status}}'],
    ['http-request', '{{a.payload.url}}'],
    ['http-request', '{{nobody.result.x}}'],
    ['http-request', '{{$trigger.body.items}}'],
    ['http-request', '{{$item}}'],
    ['http-request', '{{a.result.status}}', 'sum'],
  ])('takes of %s: %s', (source, array, type = 'for-each') => {
    expect(judge(source, array, type)).toEqual([]);
  });

  it.each([
    [
      'db-query',
      '{{a.result}}',
      '`array` takes a list, and `a.result` is of the type `object`. Did you mean `a.result.rows`?',
    ],
    [
      'http-request',
      '{{a.result.status}}',
      '`array` takes a list, and `a.result.status` is of the type `integer`.',
    ],
    [
      'http-request',
      '{{a.result}}',
      '`array` takes a list, and `a.result` is of the type `object`.',
    ],
    [
      'db-query',
      '{{ $nodes.a.result.rows.0 }}',
      '`array` takes a list, and `a.result.rows.0` is of the type `object`.',
    ],
  ])('does not take of %s: %s', (source, array, message) => {
    expect(judge(source, array)).toEqual(problem(message));
  });

  it('needs a schema that says what is taken', () => {
    expect(judge('db-query', '{{a.result}}', 'regex')).toEqual([]);
    expect(judge('db-query', '{{a.result}}', 'no-such')).toEqual([]);
  });
});
