import { DEFINITION_LIMITS } from './limits';
import { parseDefinition } from './parse';

const root = { type: 'manual', payload: {}, children: [] };

/** The issues of a definition that can't be parsed. */
function issuesOf(json: unknown, limits = DEFINITION_LIMITS): unknown {
  const parsed = parseDefinition(json, limits);
  return parsed.ok ? 'parsed' : parsed.issues;
}

function definitionFrom(json: unknown): unknown {
  const parsed = parseDefinition(json);
  return parsed.ok ? parsed.definition : parsed.issues;
}

describe('what is no definition', () => {
  it('is a string of JSON', () => {
    expect(issuesOf('{"nodes":{}}')).toEqual([
      {
        type: 'nodes',
        code: 'definition_is_text',
        message: 'Send the definition as a JSON object, not as a string of JSON.',
      },
    ]);
  });

  it.each([[null], [[]], [7], [true], [undefined]])('is %p', (json) => {
    expect(issuesOf(json)).toEqual([
      {
        type: 'nodes',
        code: 'definition_not_object',
        message: 'A definition is a JSON object: {"nodes": {"root": { ... }}}.',
      },
    ]);
  });

  it.each([
    [
      {},
      'A definition needs `nodes`, an object with the id of each node as key: {"root": { ... }}.',
    ],
    [
      { nodes: null },
      'A definition needs `nodes`, an object with the id of each node as key: {"root": { ... }}.',
    ],
    [
      { nodes: [root] },
      '`nodes` is an object with the id of each node as key, not a list: {"root": { ... }}.',
    ],
    [
      { workflow: { nodes: {} } },
      'The definition is wrapped in `workflow`. Send what is in it: `nodes` stands at the top of a definition.',
    ],
    [
      { name: 'n', definition: { nodes: {} } },
      'The definition is wrapped in `definition`. Send what is in it: `nodes` stands at the top of a definition.',
    ],
  ])('lacks nodes: %j', (json, message) => {
    expect(issuesOf(json)).toEqual([
      { type: 'nodes', code: 'nodes_missing', field: 'nodes', message },
    ]);
  });
});

describe('the outline', () => {
  it('is that of the quickstart', () => {
    const json: unknown = JSON.parse(
      '{ "nodes": { "root": { "type": "manual", "payload": { "inputSchema": { "type": "object", "properties": { "message": { "type": "string" } } } }, "children": ["log_message"] }, "log_message": { "type": "log", "payload": { "message": "Incoming message: {{$trigger.body.message}}" }, "children": [] } } }',
    );
    expect(definitionFrom(json)).toEqual(json);
  });

  it('keeps unknown fields, for the validator to name', () => {
    const json = { trigger_node_ids: ['root'], nodes: { root: { ...root, loop_body: ['a'] } } };
    expect(definitionFrom(json)).toEqual(json);
  });

  it('takes every field that is known', () => {
    const json = {
      triggerNodeIds: ['root'],
      inputSchema: [{ key: 'name', type: 'string', required: true, description: 'd' }],
      variableDefs: [{ name: 'x' }],
      blockExpansions: {},
      sensitivePropKeys: ['k'],
      props: {},
      visibility: 'public',
      publicWidgetConfig: {},
      nodes: {
        root: {
          type: 'for-each',
          payload: {},
          children: ['a'],
          loopBody: ['b'],
          branch: 'then',
          connector: { type: 'db', id: 'conn_1', chainId: 1, walletAddress: '0x' },
          description: 'd',
          titleOverride: 't',
          resultSchema: {},
          blockContext: {},
          retry: { maxAttempts: 1 },
          timeoutMs: 1,
        },
      },
    };
    expect(definitionFrom(json)).toEqual(json);
  });

  it('gives a node without payload an empty one', () => {
    expect(definitionFrom({ nodes: { root: { type: 'manual' } } })).toEqual({
      nodes: { root: { type: 'manual', payload: {} } },
    });
  });

  it('takes null in an optional field for absent', () => {
    const node = { type: 'log', payload: null, children: null, connector: null, other: null };
    const connector = { type: 'db', id: null, chainId: null, walletAddress: null };
    expect(
      definitionFrom({ triggerNodeIds: null, nodes: { root: node, b: { type: 'x', connector } } }),
    ).toEqual({
      nodes: {
        root: { type: 'log', payload: {}, other: null },
        b: { type: 'x', payload: {}, connector },
      },
    });
  });

  it('does not change what it is given', () => {
    const json = { nodes: { root: { type: 'manual', children: null } } };
    parseDefinition(json);
    expect(json).toEqual({ nodes: { root: { type: 'manual', children: null } } });
  });

  it('keeps nodes whose ids are names of JavaScript', () => {
    const json: unknown = JSON.parse(
      '{"nodes": {"__proto__": {"type": "log", "payload": {}}, "constructor": {"type": "log", "payload": {}}}}',
    );
    const parsed = parseDefinition(json);
    expect(parsed.ok && Object.keys(parsed.definition.nodes)).toEqual(['__proto__', 'constructor']);
    expect(JSON.stringify(parsed.ok && parsed.definition)).toBe(JSON.stringify(json));
  });
});

describe('fields of the wrong kind', () => {
  const ofNode = (fields: object) => ({ nodes: { a: { type: 'log', ...fields } } });
  const wrong = (field: string, message: string) => [
    { type: 'nodes', code: 'wrong_type', nodeId: 'a', field, message },
  ];

  it.each([
    ['payload', [], '`payload` is an object.'],
    ['branch', 1, '`branch` is a string.'],
    ['description', {}, '`description` is a string.'],
    ['titleOverride', false, '`titleOverride` is a string.'],
    ['resultSchema', 'x', '`resultSchema` is an object.'],
    ['blockContext', 'x', '`blockContext` is an object.'],
    ['retry', 3, '`retry` is an object.'],
    ['timeoutMs', '60s', '`timeoutMs` is a number.'],
    ['children', 'b', '`children` is a list of node ids: ["b"].'],
    ['loopBody', {}, '`loopBody` is a list of node ids: ["first", "second"].'],
    ['connector', 'db', '`connector` is an object: {"type":"db","id":"conn_..."}.'],
    ['connector', [], '`connector` is an object: {"type":"db","id":"conn_..."}.'],
  ])('%s: %j', (field, value, message) => {
    expect(issuesOf(ofNode({ [field]: value }))).toEqual(wrong(field, message));
  });

  it.each([
    [
      'children.1',
      { children: ['b', { type: 'log' }] },
      '`children` holds ids, not nodes. Put the node into `nodes` and its id here.',
    ],
    ['loopBody.0', { loopBody: [7] }, '`loopBody` holds ids, which are strings.'],
    [
      'connector.type',
      { connector: { id: 'conn_1' } },
      'A connector names its `type`: {"type": "db", "id": "conn_..."}.',
    ],
    ['connector.id', { connector: { type: 'db', id: 1 } }, '`connector.id` is a string.'],
    [
      'connector.walletAddress',
      { connector: { type: 'db', walletAddress: [] } },
      '`connector.walletAddress` is a string.',
    ],
    [
      'connector.chainId',
      { connector: { type: 'db', chainId: {} } },
      '`chainId` is a string or a number.',
    ],
  ])('%s', (field, fields, message) => {
    expect(issuesOf(ofNode(fields))).toEqual(wrong(field, message));
  });

  it('takes a chain by name or by number', () => {
    for (const chainId of ['base', 8453]) {
      expect(issuesOf(ofNode({ connector: { type: 'wallet', chainId } }))).toBe('parsed');
    }
  });

  it.each([
    [
      'triggerNodeIds',
      'root',
      'triggerNodeIds',
      '`triggerNodeIds` is a list of node ids: ["root"].',
    ],
    ['variableDefs', {}, 'variableDefs', '`variableDefs` is a list.'],
    ['variableDefs', [{}, 1], 'variableDefs.1', '`variableDefs.1` is an object.'],
    ['blockExpansions', [], 'blockExpansions', '`blockExpansions` is an object.'],
    ['sensitivePropKeys', [1], 'sensitivePropKeys.0', '`sensitivePropKeys.0` is a string.'],
    [
      'inputSchema',
      { type: 'object' },
      'inputSchema',
      'At the definition `inputSchema` is a list: [{"key": "name", "type": "string", "required": true}]. A JSON Schema goes into the payload of the trigger.',
    ],
    ['inputSchema', 'x', 'inputSchema', '`inputSchema` is a list.'],
    [
      'inputSchema',
      ['name'],
      'inputSchema.0',
      'An input is an object: {"key": "name", "type": "string"}.',
    ],
    [
      'inputSchema',
      [{ key: 'a' }, { name: 'b' }],
      'inputSchema.1.key',
      'An input has a `key`, the name it is passed under.',
    ],
  ])('of the definition: %s = %j', (key, value, field, message) => {
    expect(issuesOf({ [key]: value, nodes: { root } })).toEqual([
      { type: 'nodes', code: 'wrong_type', field, message },
    ]);
  });

  it('is a node that is no object', () => {
    expect(issuesOf({ nodes: { a: 'log' } })).toEqual([
      {
        type: 'nodes',
        code: 'wrong_type',
        nodeId: 'a',
        message: 'A node is an object: {"type": "log", "payload": { ... }, "children": []}.',
      },
    ]);
  });

  it.each([{}, { type: null }, { type: 3 }])('is the type of a node: %j', (node) => {
    expect(issuesOf({ nodes: { a: node } })).toEqual([
      {
        type: 'nodes',
        code: 'type_missing',
        nodeId: 'a',
        field: 'type',
        message: '`type` says what the node is, such as "log" or "http-request".',
      },
    ]);
  });

  it('are reported all at once', () => {
    const parsed = parseDefinition({
      triggerNodeIds: 1,
      nodes: { a: { type: 'log', payload: 1, children: 2 }, b: 3 },
    });
    expect(!parsed.ok && parsed.issues.map(({ nodeId, field }) => [nodeId, field])).toEqual([
      [undefined, 'triggerNodeIds'],
      ['a', 'payload'],
      ['a', 'children'],
      ['b', undefined],
    ]);
  });

  it('are reported up to 100', () => {
    const nodes = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`n${n}`, n]));
    const parsed = parseDefinition({ nodes });
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.issues.length).toBe(101);
    expect(!parsed.ok && parsed.issues.at(-1)?.code).toBe('too_many_problems');
  });
});
