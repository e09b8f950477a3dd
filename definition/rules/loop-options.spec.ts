import type { JsonObject } from '../json';
import { loopOptions } from './loop-options';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

function judge(payload: JsonObject): unknown {
  const definition = definitionOf({
    each: { type: 'for-each', payload },
    other: 'log',
    odd: 'no-such',
  });
  return runRules([loopOptions], definition, { catalog: toyCatalog });
}

const problem = (code: string, field: string, message: string) => [
  { type: 'nodes', code, nodeId: 'each', nodeName: 'For each', field: `payload.${field}`, message },
];

describe('loopOptions', () => {
  it.each<JsonObject>([
    { array: [] },
    { array: ['{{$trigger.body.a}}'] },
    { array: '{{$trigger.body.items}}', concurrency: 1, continueOnError: true },
    { array: [1], concurrency: 20, continueOnError: false },
    { array: [1], concurrency: '{{$trigger.body.n}}', continueOnError: '{{$trigger.body.go}}' },
    { array: 'prefix {{$trigger.body.items}}' },
  ])('take %j', (payload) => {
    expect(judge(payload)).toEqual([]);
  });

  it('want a list', () => {
    expect(judge({})).toEqual(
      problem(
        'field_required',
        'array',
        '`array` holds the items, mostly an expression: "{{$trigger.body.items}}".',
      ),
    );
  });

  it.each(['$trigger.body.items', 7, { a: 1 }])('want a list, not %j', (array) => {
    expect(judge({ array })).toEqual(
      problem(
        'value_wrong_type',
        'array',
        '`array` is a list, or one expression that gives a list and nothing around it.',
      ),
    );
  });

  it.each([
    [0, 'number_out_of_range', '0'],
    [21, 'number_out_of_range', '21'],
    [2.5, 'number_out_of_range', '2.5'],
    ['all', 'value_wrong_type', 'the text `all`'],
  ])('run so many at once: not %j', (concurrency, code, given) => {
    expect(judge({ array: [], concurrency })).toEqual(
      problem(code, 'concurrency', `\`concurrency\` is a whole number from 1 to 20, not ${given}.`),
    );
  });

  it.each(['true', 1])('go on or not: not %j', (continueOnError) => {
    expect(judge({ array: [], continueOnError })).toEqual(
      problem(
        'value_wrong_type',
        'continueOnError',
        '`continueOnError` is true or false, without quotation marks.',
      ),
    );
  });
});
