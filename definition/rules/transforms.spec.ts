import type { JsonObject } from '../json';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';
import { transforms } from './transforms';

function judge(payload: JsonObject, type = 'code-transform'): unknown {
  return runRules([transforms], definitionOf({ a: { type, payload } }), { catalog: toyCatalog });
}

describe('transforms', () => {
  it.each([
    'function transform(input) { return input; }',
    'function  transform (input) { return {{1: 2}} }',
    'function* transform(input) { yield 1; }',
    'function * transform(input) { yield 1; }',
    'const transform = (input) => input;',
    'let transform=x=>x',
    'const n = 1;\nfunction transform(input) { return n; }',
  ])('take %j', (code) => {
    expect(judge({ code })).toEqual([]);
  });

  it.each([
    'function main(input) { return input; }',
    'function transformAll(input) { return input; }',
    'const mytransform = (x) => x;',
    'return input.map(transform);',
    'if (transform == 1) {}',
    'transform => 1',
    'functiontransform(input) {}',
    '',
  ])('want a function with the right name: %j', (code) => {
    expect(judge({ code })).toEqual([
      {
        type: 'pattern',
        code: 'transform_missing',
        nodeId: 'a',
        nodeName: 'Toy code-transform',
        field: 'payload.code',
        message:
          'The code defines a function with the name `transform`: function transform(input) { return input; }',
      },
    ]);
  });

  it('are judged in `code-transform` nodes only, when there is code', () => {
    expect(judge({ code: 'x' }, 'log')).toEqual([]);
    expect(judge({ code: 7 })).toEqual([]);
    expect(judge({})).toEqual([]);
  });
});
