import { publicNodes, publicStatus } from './public-view';

describe('publicNodes', () => {
  it('shows type, children and loop body, and nothing else', () => {
    const definition = JSON.parse(`{
      "inputSchema": [{ "key": "card", "type": "string" }],
      "nodes": {
        "root": { "type": "manual", "payload": { "inputSchema": {} }, "children": ["each"] },
        "each": {
          "type": "for-each", "payload": { "array": "{{$trigger.body.rows}}" }, "children": [],
          "loopBody": ["call"], "description": "inner", "titleOverride": "Rows"
        },
        "call": {
          "type": "http-request", "payload": { "url": "https://internal.example.com" }, "branch": "then",
          "connector": { "type": "db", "id": "conn_1" }
        },
        "__proto__": { "type": "log", "children": ["constructor", 7] }
      }
    }`) as Parameters<typeof publicNodes>[0];
    expect(Object.entries(publicNodes(definition))).toEqual([
      ['root', { type: 'manual', children: ['each'] }],
      ['each', { type: 'for-each', children: [], loopBody: ['call'] }],
      ['call', { type: 'http-request', children: [] }],
      ['__proto__', { type: 'log', children: ['constructor'] }],
    ]);
  });

  it('has nothing to show of what is no definition', () => {
    expect(publicNodes({})).toEqual({});
    expect(publicNodes({ nodes: [] })).toEqual({});
    expect(publicNodes({ nodes: { root: null } })).toEqual({});
  });
});

describe('publicStatus', () => {
  it('has five words for all', () => {
    expect(publicStatus('waiting')).toBe('running');
    expect(publicStatus('partial')).toBe('success');
    expect(publicStatus('cancelled')).toBe('skipped');
    expect(publicStatus('failure')).toBe('failure');
  });
});
