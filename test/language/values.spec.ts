import type { Json, JsonObject } from '../../definition/json';
import { read } from './examples';
import { blocks } from './language-page';
import { codeIn, type Fence, type Table } from './page';
import { definitionOf, problemsOf, simulate } from './run-example';

/** Tables of values, each with the data that stands before it. */
const valueTables = blocks.flatMap((block, at): [Table, JsonObject][] => {
  if (block.kind !== 'table' || block.header[0] !== 'written') return [];
  const data = blocks
    .slice(0, at)
    .findLast((before) => before.kind === 'fence' && before.role === 'data');
  return [[block, read(data as Fence) as JsonObject]];
});

describe('the tables of expressions', () => {
  const rows = valueTables.flatMap(([{ rows: all }, data]) =>
    all.map(([written = '', gives = '']) => [codeIn(written), codeIn(gives), data] as const),
  );

  it('are there', () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows)('%s gives %s', async (written, gives, payload) => {
    const probe = {
      type: 'send-webhook',
      payload: { url: 'https://x.example.com', body: { value: JSON.parse(written) as Json } },
      children: [],
    };
    const root = { type: 'manual', payload: {}, children: ['probe'] };
    const definition = { nodes: { root, probe } };
    expect(problemsOf(definition)).toEqual([]);
    const { inputs } = await simulate(definitionOf(definition), { payload });
    expect(inputs.probe).toMatchObject({ body: { value: JSON.parse(gives) as Json } });
  });
});

describe('the table of comparisons', () => {
  const rows = blocks.flatMap((block) =>
    block.kind === 'table' && block.header[0] === 'left'
      ? block.rows.map(
          ([left = '', right = '', holds = '']) => [codeIn(left), codeIn(right), holds] as const,
        )
      : [],
  );

  it('is there', () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows)('%s %s: %s', async (left, comparison, holds) => {
    const condition = {
      $and: [{ '{{$trigger.body.left}}': JSON.parse(comparison) as Json }],
    };
    const root = { type: 'manual', payload: {}, children: ['check'] };
    const definition = {
      nodes: { root, check: { type: 'if', payload: { condition }, children: [] } },
    };
    expect(problemsOf(definition)).toEqual([]);
    const payload = { left: JSON.parse(left) as Json };
    const { nodes } = await simulate(definitionOf(definition), { payload });
    expect(nodes.check?.result).toEqual({ branch: holds === 'yes' ? 'then' : 'else' });
    expect(['yes', 'no']).toContain(holds);
  });
});
