import { judgeRatio, type Row } from '../report';
import type { Shape } from '../side/side';
import { median, ratios } from '../stats';
import { interleave, mapSides } from './rounds';
import type { Scenario } from './scenario';
import { temporalMs } from './temporal-view';

interface Case {
  what: string;
  shape: Shape;
  /** Runs in a row of which a round takes the median. */
  runs: number;
  target: number;
}

/** How long a run takes when nothing else runs. */
function durations(name: string, cases: readonly Case[]): Scenario {
  return {
    name,
    async run({ sides, temporal }, { rounds }) {
      const rows: Row[] = [];
      for (const { what, shape, runs, target } of cases) {
        const load = { runs, clients: 1 };
        await interleave(sides, 2, (side) => side.run(shape, load));
        const measured = await interleave(sides, rounds, async (side) => {
          const done = (await side.run(shape, load)).runs;
          const inside = await Promise.all(done.map(({ runId }) => temporalMs(temporal, runId)));
          return { total: median(done.map(({ totalMs }) => totalMs)), inside: median(inside) };
        });
        for (const [figure, note] of [
          ['total', 'call to result'],
          ['inside', "Temporal's start to close"],
        ] as const) {
          const values = mapSides(measured, (all) => all.map((one) => one[figure]));
          const ratio = ratios(values.weft, values.record);
          rows.push({
            scenario: name,
            what,
            note,
            unit: 'ms',
            ...mapSides(values, median),
            ratio,
            ratioBare: ratios(values.weft, values.bare),
            target: `${target}x`,
            verdict: judgeRatio(ratio, target),
          });
        }
      }
      return rows;
    },
  };
}

export const sequential = durations('sequential', [
  { what: '10 in sequence', shape: { kind: 'sequential', steps: 10 }, runs: 3, target: 1.15 },
  { what: '40 in sequence', shape: { kind: 'sequential', steps: 40 }, runs: 1, target: 1.15 },
]);

export const parallel = durations('parallel', [
  { what: '10 in parallel', shape: { kind: 'parallel', steps: 10 }, runs: 3, target: 1.2 },
  { what: '100 in parallel', shape: { kind: 'parallel', steps: 100 }, runs: 1, target: 1.2 },
]);
