import { judge, type Row } from '../report';
import type { SideName } from '../side/side';
import { quantile, shuffled } from '../stats';
import { interleave, mapSides, SIDE_NAMES } from './rounds';
import type { Scenario } from './scenario';
import { untilParked } from './temporal-view';

/** Milliseconds that Weft may take more than hand-written code, at the median. */
const ALLOWANCE_MS = 8;
const RUNS_A_ROUND = 20;
/** Twice: code of every side gets faster by the first hundred runs, Weft's the most as there is most of it. */
const WARM_UP = 50;

function rowsOf(scenario: string, what: string, values: Record<SideName, number[]>): Row[] {
  return [0.5, 0.95].map((q) => {
    const figures = mapSides(values, (all) => quantile(all, q));
    const limit = figures.record + ALLOWANCE_MS;
    return {
      scenario,
      what: `${what} p${q * 100}`,
      unit: 'ms',
      ...figures,
      ...(q === 0.5 && {
        target: `<= ${limit.toFixed(1)}`,
        verdict: judge(figures.weft, limit),
      }),
    };
  });
}

/** From the call that starts a run until its first activity begins. */
export const firstStep: Scenario = {
  name: 'first-step',
  async run({ sides }, { rounds }) {
    const shape = { kind: 'sequential', steps: 1 } as const;
    await interleave(sides, 2, (side) => side.run(shape, { runs: WARM_UP, clients: 1 }));
    const measured = await interleave(sides, rounds, async (side) => {
      const { runs } = await side.run(shape, { runs: RUNS_A_ROUND, clients: 1 });
      return runs.map(({ stepsMs }) => stepsMs[0] ?? Number.NaN);
    });
    return rowsOf(
      'first-step',
      'start call to first activity',
      mapSides(measured, (all) => all.flat()),
    );
  },
};

/** From the call that resumes a waiting run until its next activity begins. */
export const resume: Scenario = {
  name: 'resume',
  async run({ sides, temporal }, { rounds }) {
    const runs = rounds * RUNS_A_ROUND;
    const parked: Record<SideName, string[]> = { weft: [], record: [], bare: [] };
    for (const name of SIDE_NAMES) {
      parked[name] = await sides[name].park({ runs, clients: 4 });
      await untilParked(temporal, parked[name]);
    }
    const values: Record<SideName, number[]> = { weft: [], record: [], bare: [] };
    for (let round = 0; round < runs; round += 1) {
      for (const name of shuffled(SIDE_NAMES)) {
        values[name].push(await sides[name].resume(parked[name][round] ?? ''));
      }
    }
    return rowsOf('resume', 'resume call to next activity', values);
  },
};

const STREAM_TARGET_MS = 20;

/** From the commit of an event until a client of the stream has it. */
export const stream: Scenario = {
  name: 'stream',
  async run({ sides }) {
    await sides.weft.streamDelays({ runs: 2, steps: 10 });
    const delays = await sides.weft.streamDelays({ runs: 20, steps: 10 });
    const p50 = quantile(delays, 0.5);
    return [
      {
        scenario: 'stream',
        what: 'event written to stream client p50',
        unit: 'ms',
        weft: p50,
        target: `<= ${STREAM_TARGET_MS}`,
        verdict: judge(p50, STREAM_TARGET_MS),
      },
      {
        scenario: 'stream',
        what: 'event written to stream client p95',
        unit: 'ms',
        weft: quantile(delays, 0.95),
      },
    ];
  },
};
