import { knownTypes } from './known-types';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

function messageFor(type: string): unknown {
  return runRules([knownTypes], definitionOf({ a: type }), { catalog: toyCatalog });
}

describe('knownTypes', () => {
  it('knows the catalog', () => {
    expect(messageFor('http-request')).toEqual([]);
  });

  it.each([
    ['http_request', 'There is no type `http_request`. Did you mean `http-request`?'],
    ['fore-ach', 'There is no type `fore-ach`. Did you mean `for-each`?'],
    ['fitler', 'There is no type `fitler`. Did you mean `filter`?'],
    [
      'coingecko:get-coin-info',
      'There is no type `coingecko:get-coin-info`. `GET /v1/actions` and `GET /v1/triggers` list what there is.',
    ],
    [
      'constructor',
      'There is no type `constructor`. `GET /v1/actions` and `GET /v1/triggers` list what there is.',
    ],
    [
      'x'.repeat(200),
      `There is no type \`${'x'.repeat(80)}...\`. \`GET /v1/actions\` and \`GET /v1/triggers\` list what there is.`,
    ],
  ])('%s', (type, message) => {
    expect(messageFor(type)).toEqual([
      { type: 'nodes', code: 'unknown_type', nodeId: 'a', field: 'type', message },
    ]);
  });
});
