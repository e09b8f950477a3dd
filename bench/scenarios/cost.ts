import type { Environment } from '../environment';
import type { Row } from '../report';
import type { SideName, StatementCounts } from '../side/side';
import { mapSides, SIDE_NAMES } from './rounds';
import type { Scenario } from './scenario';
import { historySize } from './temporal-view';

const SHORT = 10;
const LONG = 60;

interface Cost {
  statements: number;
  bytes: number;
  walBytes: number;
  events: number;
  historyBytes: number;
}

async function costOf(
  { sides, temporal, postgres }: Environment,
  name: SideName,
  steps: number,
): Promise<Cost> {
  const side = sides[name];
  const shape = { kind: 'sequential', steps } as const;
  await side.run(shape, { runs: 1, clients: 1 });
  const before = total(await side.statements());
  const walBefore = await walPosition(postgres);
  const { runs } = await side.run(shape, { runs: 1, clients: 1 });
  const wal = (await walPosition(postgres)) - walBefore;
  const after = total(await side.statements());
  const { events, bytes } = await historySize(temporal, runs[0]?.runId ?? '');
  return {
    statements: after.count - before.count,
    bytes: after.bytes - before.bytes,
    walBytes: wal,
    events,
    historyBytes: bytes,
  };
}

/** Without the notifier, which sends for several steps at once, and the reconciler and streams, which poll. */
function total(counts: StatementCounts): { count: number; bytes: number } {
  const written = Object.entries(counts).filter(([name]) =>
    /^(weft_(begin|succeed|flush|end|store|read_p)|begin$|succeed$)/.test(name),
  );
  return {
    count: written.reduce((sum, [, { count }]) => sum + count, 0),
    bytes: written.reduce((sum, [, { bytes }]) => sum + bytes, 0),
  };
}

async function walPosition(postgres: Environment['postgres']): Promise<number> {
  const { rows } = await postgres.query<{ at: string }>(
    "SELECT pg_current_wal_insert_lsn() - '0/0' AS at",
  );
  return Number(rows[0]?.at);
}

/** What one more action in a sequence costs: statements, bytes and history events. */
export const cost: Scenario = {
  name: 'cost',
  async run(environment) {
    const costs: Partial<Record<SideName, Cost>> = {};
    for (const name of SIDE_NAMES) {
      const short = await costOf(environment, name, SHORT);
      const long = await costOf(environment, name, LONG);
      const perStep = (key: keyof Cost): number => (long[key] - short[key]) / (LONG - SHORT);
      costs[name] = {
        statements: perStep('statements'),
        bytes: perStep('bytes'),
        walBytes: perStep('walBytes'),
        events: perStep('events'),
        historyBytes: perStep('historyBytes'),
      };
    }
    const figures: [key: keyof Cost, what: string, unit: string][] = [
      ['statements', 'SQL statements per action', ''],
      ['bytes', 'parameters sent per action', 'B'],
      ['walBytes', 'PostgreSQL log written per action', 'B'],
      ['events', 'history events per action', ''],
      ['historyBytes', 'history bytes per action', 'B'],
    ];
    return figures.map(([key, what, unit]): Row => {
      const values = mapSides(costs as Record<SideName, Cost>, (one) => one[key]);
      return {
        scenario: 'cost',
        what,
        unit,
        ...values,
        ...(key === 'events' && { target: '<= 6', verdict: values.weft <= 6 ? 'met' : 'far over' }),
      };
    });
  },
};
