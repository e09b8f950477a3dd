import { compileScenario } from './compile';
import { cost } from './cost';
import { parallel, sequential } from './durations';
import { events } from './events';
import { flat } from './flat';
import { firstStep, resume, stream } from './latency';
import { lists } from './lists';
import { memory } from './memory';
import type { Scenario } from './scenario';
import { throughput } from './throughput';

export const SCENARIOS: readonly Scenario[] = [
  ...[compileScenario, sequential, parallel, firstStep, resume, stream],
  ...[throughput, flat, events, cost, memory, lists],
];
