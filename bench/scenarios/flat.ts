import type { Row } from '../report';
import type { RunTimes } from '../side/side';
import { median, slope } from '../stats';
import { mapSides } from './rounds';
import type { Scenario } from './scenario';

/** With its trigger a definition of 1,000 nodes, the most there can be. */
const STEPS = 999;
const EDGE = 100;
/** A gap between steps that is this many times the usual one holds a continue-as-new. */
const CUT = 2;

/** Whether a step of a long run takes as long at its end as at its beginning. */
export const flat: Scenario = {
  name: 'flat',
  async run({ sides }) {
    const shape = { kind: 'sequential', steps: STEPS } as const;
    const runOf = async (side: (typeof sides)['record']): Promise<RunTimes> => {
      const { runs } = await side.run(shape, { runs: 1, clients: 1 });
      const [run] = runs;
      if (!run) throw new Error('There was no run.');
      return run;
    };
    const runs = {
      weft: await runOf(sides.weft),
      record: await runOf(sides.record),
      bare: await runOf(sides.bare),
    };
    const gaps = mapSides(runs, ({ stepsMs }) =>
      stepsMs.slice(1).map((at, index) => at - (stepsMs[index] ?? Number.NaN)),
    );
    const figures: [what: string, unit: string, of: (all: number[]) => number][] = [
      ['time per step, 1 to 100, p50', 'ms', (all) => median(all.slice(0, EDGE))],
      ['time per step, 900 to 999, p50', 'ms', (all) => median(all.slice(-EDGE))],
      ['last hundred to first hundred', 'x', (all) => last(all) / first(all)],
      ['slope over the run', 'us/step', (all) => slope(all) * 1000],
      ['longest gap between two steps', 'ms', (all) => Math.max(...all)],
      [
        'gaps over twice the median',
        '',
        (all) => all.filter((gap) => gap > CUT * median(all)).length,
      ],
    ];
    const rows: Row[] = figures.map(([what, unit, of]) => ({
      scenario: 'flat',
      what,
      unit,
      ...mapSides(gaps, of),
    }));
    const total: Row = {
      scenario: 'flat',
      what: `whole run of ${STEPS} steps`,
      unit: 'ms',
      ...mapSides(runs, ({ totalMs }) => totalMs),
    };
    return [...rows, total];
  },
};

function first(all: number[]): number {
  return median(all.slice(0, EDGE));
}

function last(all: number[]): number {
  return median(all.slice(-EDGE));
}
