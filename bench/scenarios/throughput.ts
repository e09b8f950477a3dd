import type { Row } from '../report';
import type { Shape } from '../side/side';
import { median, ratios } from '../stats';
import { interleave, mapSides } from './rounds';
import type { Scenario } from './scenario';

const CASES: readonly { what: string; shape: Shape; clients: number; runs: number }[] = [
  { what: '10 in sequence', shape: { kind: 'sequential', steps: 10 }, clients: 8, runs: 16 },
  { what: '10 in sequence', shape: { kind: 'sequential', steps: 10 }, clients: 32, runs: 32 },
  { what: '1 local', shape: { kind: 'local', steps: 1 }, clients: 8, runs: 40 },
  { what: '1 local', shape: { kind: 'local', steps: 1 }, clients: 32, runs: 64 },
];

interface Measured {
  /** Milliseconds per run, all clients together. */
  time: number;
  /** Milliseconds of processor time per run. */
  worker: number;
  postgres: number;
  temporal: number;
}

/** Runs per second when several clients start one after the other, and what they cost. */
export const throughput: Scenario = {
  name: 'throughput',
  async run(environment, { rounds }) {
    const { sides } = environment;
    const rows: Row[] = [];
    for (const { what, shape, clients, runs } of CASES) {
      const measured = await interleave(sides, rounds, async (side): Promise<Measured> => {
        const before = { worker: await side.cpu(), ...environment.serverCpu() };
        const { elapsedMs } = await side.run(shape, { runs, clients });
        const after = { worker: await side.cpu(), ...environment.serverCpu() };
        const used = (part: keyof typeof after): number =>
          ((after[part] ?? Number.NaN) - (before[part] ?? Number.NaN)) / runs;
        return {
          time: elapsedMs / runs,
          worker: used('worker'),
          postgres: used('postgres'),
          temporal: used('temporal'),
        };
      });
      const figures: [key: keyof Measured, note: string, unit: string][] = [
        ['time', '', 'runs/s'],
        ['worker', 'processor, worker', 'ms/run'],
        ['temporal', 'processor, Temporal', 'ms/run'],
        ['postgres', 'processor, PostgreSQL', 'ms/run'],
      ];
      for (const [key, note, unit] of figures) {
        const values = mapSides(measured, (all) => all.map((one) => one[key]));
        const shown = mapSides(values, (all) =>
          key === 'time' ? 1000 / median(all) : median(all),
        );
        rows.push({
          scenario: 'throughput',
          what: `${what}, ${clients} clients`,
          ...(note !== '' && { note }),
          unit,
          ...shown,
          // Of the times: above 1, Weft takes longer.
          ...(key !== 'postgres' && { ratio: ratios(values.weft, values.record) }),
          ...(key !== 'postgres' && { ratioBare: ratios(values.weft, values.bare) }),
        });
      }
    }
    return rows;
  },
};
