import { IssueList } from '../issues';
import type { Json, JsonObject } from '../json';
import { DEFINITION_LIMITS } from '../limits';
import { checkSize } from './size';

const limits = {
  ...DEFINITION_LIMITS,
  maxNodes: 3,
  maxDepth: 5,
  maxChildren: 2,
  maxStringLength: 4,
};

function issuesOf(nodes: JsonObject, definition: JsonObject = {}): unknown {
  const issues = new IssueList();
  checkSize({ ...definition, nodes }, nodes, limits, issues);
  return issues.all();
}

function nested(levels: number): Json {
  return levels === 0 ? 1 : { k: nested(levels - 1) };
}

describe('checkSize', () => {
  it('counts nodes, and looks no further when there are too many', () => {
    expect(issuesOf({ a: 'long text', b: {}, c: {}, d: {} })).toEqual([
      {
        type: 'nodes',
        code: 'too_many_nodes',
        field: 'nodes',
        message:
          'A definition has at most 3 nodes; this one has 4. Move a part into a workflow of its own and start it with `trigger-workflow`.',
      },
    ]);
    expect(issuesOf({ a: {}, b: {}, c: {} })).toEqual([]);
  });

  it('counts levels from the definition on', () => {
    // The definition, `nodes`, the node and its payload are four.
    expect(issuesOf({ a: { payload: nested(3) } })).toEqual([
      {
        type: 'nodes',
        code: 'too_deep',
        nodeId: 'a',
        field: 'payload.k.k',
        message: 'Objects and lists are nested at most 5 deep.',
      },
    ]);
    expect(issuesOf({ a: { payload: nested(2) } })).toEqual([]);
    expect(issuesOf({}, { extra: [[[[]]]] })).toEqual([]);
    expect(issuesOf({}, { extra: [[[[[]]]]] })).toEqual([
      {
        type: 'nodes',
        code: 'too_deep',
        field: 'extra.0.0.0.0',
        message: 'Objects and lists are nested at most 5 deep.',
      },
    ]);
  });

  it('measures strings wherever they stand', () => {
    expect(
      issuesOf({ a: { payload: { list: ['1234', '12345'] } }, b: 'seven!!' }, { x: 'wrong' }),
    ).toEqual([
      {
        type: 'nodes',
        code: 'string_too_long',
        field: 'x',
        message: 'A string has at most 4 characters; this one has 5.',
      },
      {
        type: 'nodes',
        code: 'string_too_long',
        nodeId: 'a',
        field: 'payload.list.1',
        message: 'A string has at most 4 characters; this one has 5.',
      },
      {
        type: 'nodes',
        code: 'string_too_long',
        nodeId: 'b',
        message: 'A string has at most 4 characters; this one has 7.',
      },
    ]);
  });

  it('reports one problem for each node', () => {
    expect(issuesOf({ a: { x: '12345', y: '12345' }, b: { z: '12345' } })).toEqual([
      expect.objectContaining({ nodeId: 'a', field: 'x' }),
      expect.objectContaining({ nodeId: 'b', field: 'z' }),
    ]);
  });

  it.each(['children', 'loopBody'])('counts the ids in %s', (field) => {
    expect(issuesOf({ a: { [field]: ['1', '2', '3'] } })).toEqual([
      {
        type: 'nodes',
        code: 'too_many_children',
        nodeId: 'a',
        field,
        message: `\`${field}\` lists at most 2 ids; this one has 3.`,
      },
    ]);
    expect(issuesOf({ a: { [field]: ['1', '2'] } })).toEqual([]);
  });

  it('leaves other lists alone', () => {
    expect(issuesOf({ a: { payload: { children: [1, 2, 3] }, other: [1, 2, 3] } })).toEqual([]);
  });

  it('cuts the path of a problem that stands behind long names', () => {
    const key = 'k'.repeat(300);
    expect(issuesOf({ a: { [key]: '12345' } })).toEqual([
      expect.objectContaining({ code: 'string_too_long', field: 'k'.repeat(200) }),
    ]);
  });

  it('says why an id is none, and does not look into its node', () => {
    const long = 'x'.repeat(90);
    expect(issuesOf({ 'a b': { x: '12345' }, [long]: {} })).toEqual([
      expect.objectContaining({ code: 'node_id_invalid', nodeId: 'a b' }),
      expect.objectContaining({ code: 'node_id_invalid', nodeId: 'x'.repeat(80) }),
    ]);
  });

  it('stops at 100 problems', () => {
    const nodes = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`${n} `, {}]));
    const issues = new IssueList();
    checkSize({}, nodes, DEFINITION_LIMITS, issues);
    expect(issues.all()).toHaveLength(101);
  });

  it('has the limits that are documented', () => {
    expect(DEFINITION_LIMITS).toEqual({
      maxBytes: 1_048_576,
      maxNodes: 1_000,
      maxDepth: 64,
      maxChildren: 1_000,
      maxStringLength: 262_144,
    });
  });
});
