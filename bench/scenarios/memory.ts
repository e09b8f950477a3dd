import { judge } from '../report';
import type { Environment } from '../environment';
import type { SideName } from '../side/side';
import type { Scenario } from './scenario';
import { untilParked } from './temporal-view';

const WAITING = 1_000;
const CLIENTS = 8;
const WARM_UP = 200;
const TARGET = 1.2;

/** Kilobytes that a fresh process grows by with each run that comes to wait and stays in the cache. */
async function kilobytesPerRun(environment: Environment, name: SideName): Promise<number> {
  const side = await environment.start(name, 'memory');
  await side.run({ kind: 'sequential', steps: 1 }, { runs: WARM_UP, clients: CLIENTS });
  const before = await side.memory();
  await untilParked(environment.temporal, await side.park({ runs: WAITING, clients: CLIENTS }));
  const after = await side.memory();
  await side.stop();
  return (after.rss - before.rss) / WAITING / 1024;
}

/** What a waiting run costs in the memory of the process that holds it. */
export const memory: Scenario = {
  name: 'memory',
  async run(environment) {
    const weft = await kilobytesPerRun(environment, 'weft');
    const record = await kilobytesPerRun(environment, 'record');
    return [
      {
        scenario: 'memory',
        what: `RSS per waiting run, ${WAITING} of them`,
        unit: 'KiB',
        weft,
        record,
        ratio: { median: weft / record, low: weft / record, high: weft / record },
        target: `${TARGET}x`,
        verdict: judge(weft / record, TARGET, 1.5),
      },
    ];
  },
};
