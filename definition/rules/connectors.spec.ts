import type { WorkflowNode } from '../types';
import { connectors } from './connectors';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

function judge(type: string, connector?: WorkflowNode['connector']): unknown {
  const definition = definitionOf({ a: { type, ...(connector && { connector }) } });
  return runRules([connectors], definition, { catalog: toyCatalog });
}

describe('connectors', () => {
  it.each([
    ['db-query', { type: 'db' }],
    ['db-query', { type: 'db', id: 'conn_1' }],
    ['chat-message', undefined],
    ['chat-message', { type: 'chat' }],
    ['log', undefined],
    ['no-such', { type: 'db' }],
  ])('%s takes %j', (type, connector) => {
    expect(judge(type, connector)).toEqual([]);
  });

  it.each(['if', 'for-each', 'filter', 'pluck', 'delay', 'log', 'wait', 'http-request'])(
    '%s takes none',
    (type) => {
      expect(judge(type, { type: 'db' })).toEqual([
        {
          type: 'nodes',
          code: 'connector_not_allowed',
          nodeId: 'a',
          nodeName: toyCatalog.get(type)?.title,
          field: 'connector',
          message: `\`${type}\` takes no connector. Remove it.`,
        },
      ]);
    },
  );

  it('are of the type that is needed', () => {
    expect(judge('db-query', { type: 'chat', id: 'conn_1' })).toEqual([
      {
        type: 'nodes',
        code: 'connector_wrong_type',
        nodeId: 'a',
        nodeName: 'Toy db-query',
        field: 'connector.type',
        message: '`db-query` takes a connector of the type `db`, not `chat`.',
      },
    ]);
  });

  it('are there when they are required', () => {
    expect(judge('db-query')).toEqual([
      {
        type: 'nodes',
        code: 'connector_required',
        nodeId: 'a',
        nodeName: 'Toy db-query',
        field: 'connector',
        message: '`db-query` needs a connector: {"type": "db", "id": "conn_..."}.',
      },
    ]);
  });
});
