import { isJsonObject, type Json } from '../../definition/json';
import { examplesOf, read, type ExampleRun } from './examples';
import { blocks } from './language-page';
import type { Fence } from './page';
import {
  definitionOf,
  problemsOf,
  problemsOfBlock,
  refusalOf,
  simulate,
  type Outcome,
} from './run-example';

const examples = examplesOf(blocks);
const fences = blocks.filter((block): block is Fence => block.kind === 'fence');

describe('the blocks of the page', () => {
  const odd = fences.filter(
    ({ language, role }) =>
      language === 'json' &&
      !['definition', 'block', 'run', 'problems', 'fragment', 'data'].includes(role),
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
  (_title, { definition, blocks: known, problems, runs }) => {
    it(problems.length === 0 ? 'can be published' : 'has the problems that the page tells', () => {
      const found = problemsOf(definition, known);
      expect(found).toHaveLength(problems.length);
      expect(found).toMatchObject(problems);
    });

    for (const [at, block] of known.entries()) {
      it(`names the block ${block.id}, which can be made`, () => {
        expect(problemsOfBlock(block, known.slice(0, at))).toEqual([]);
      });
    }

    for (const run of runs) {
      it(`runs as line ${run.line} says`, async () => {
        const refused = refusalOf(definitionOf(definition), run);
        expect(refused).toEqual(run.refused ?? []);
        if (refused.length > 0) return;
        expectOutcome(await simulate(definitionOf(definition), run, known), run);
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
