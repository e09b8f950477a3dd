import { reservedIds } from './reserved-ids';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

describe('reservedIds', () => {
  it.each([
    ['ask', '`{{ask.field}}` is a placeholder that asks the author for a value'],
    ['true', '`{{true}}` is a literal'],
    ['false', '`{{false}}` is a literal'],
    ['null', '`{{null}}` is a literal'],
  ])('refuses %s', (id, why) => {
    expect(runRules([reservedIds], definitionOf({ [id]: 'log' }), { catalog: toyCatalog })).toEqual(
      [
        {
          type: 'nodes',
          code: 'reserved_id',
          nodeId: id,
          nodeName: 'Log',
          message: `No node is called \`${id}\`: ${why}.`,
        },
      ],
    );
  });

  it('takes other ids', () => {
    const definition = definitionOf({ root: 'log', asks: 'log', constructor: 'log' });
    expect(runRules([reservedIds], definition, { catalog: toyCatalog })).toEqual([]);
  });
});
