import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '../../definition/json';
import type { Issue } from '../../definition/issues';
import { examplesOf, read, type ExampleRun } from './examples';
import { codeIn, parsePage, type Fence, type Table } from './page';
import { definitionOf, problemsOf, refusalOf, simulate, type Outcome } from './run-example';

const blocks = parsePage(readFileSync(join(__dirname, '../../docs/language.md'), 'utf8'));
const examples = examplesOf(blocks);
const fences = blocks.filter((block): block is Fence => block.kind === 'fence');

describe('the blocks of the page', () => {
  const odd = fences.filter(
    ({ language, role }) =>
      language === 'json' && !['definition', 'run', 'problems', 'fragment', 'data'].includes(role),
  );

  it('say what they are', () => {
    expect(odd.map(({ line }) => line)).toEqual([]);
  });

  it('are JSON', () => {
    for (const fence of fences) if (fence.language === 'json') read(fence);
  });

  it('show of each definition what comes of it', () => {
    const mute = examples.filter(({ runs, problems }) => runs.length + problems.length === 0);
    expect(mute.map(({ title }) => title)).toEqual([]);
  });
});

describe.each(examples.map((example) => [example.title, example] as const))(
  '%s',
  (_title, { definition, problems, runs }) => {
    it(problems.length === 0 ? 'can be published' : 'has the problems that the page tells', () => {
      const found = problemsOf(definition);
      expect(found).toHaveLength(problems.length);
      expect(found).toMatchObject(problems);
    });

    for (const run of runs) {
      it(`runs as line ${run.line} says`, async () => {
        const refused = refusalOf(definitionOf(definition), run);
        expect(refused).toEqual(run.refused ?? []);
        if (refused.length > 0) return;
        expectOutcome(await simulate(definitionOf(definition), run), run);
      });
    }
  },
);

function expectOutcome(outcome: Outcome, run: ExampleRun): void {
  expect({ status: outcome.status, error: outcome.error }).toMatchObject({
    status: run.status,
    error: run.error,
  });
  for (const [address, status] of Object.entries(run.nodes ?? {})) {
    expect([address, outcome.nodes[address]?.status ?? 'pending']).toEqual([address, status]);
  }
  for (const [address, result] of Object.entries(run.results ?? {})) {
    expectShown(address, outcome.nodes[address]?.result, result);
  }
  for (const [address, input] of Object.entries(run.inputs ?? {})) {
    expectShown(address, outcome.inputs[address], input);
  }
  if (run.output) expectShown('output', outcome.output, run.output);
}

/** Of an object only what the page shows is compared. */
function expectShown(place: string, seen: Json | undefined, shown: Json): void {
  if (isJsonObject(shown)) expect({ [place]: seen }).toMatchObject({ [place]: shown });
  else expect({ [place]: seen }).toEqual({ [place]: shown });
}

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
    expect(problemsOf(definition)).toEqual<Issue[]>([]);
    const payload = { left: JSON.parse(left) as Json };
    const { nodes } = await simulate(definitionOf(definition), { payload });
    expect(nodes.check?.result).toEqual({ branch: holds === 'yes' ? 'then' : 'else' });
    expect(['yes', 'no']).toContain(holds);
  });
});
