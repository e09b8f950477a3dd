import { CASES, titleOf } from '../contract/cases';
import type { ContractCase } from './contract-case';
import { planOf } from './contract-definition';
import { expectOutcome } from './contract-expect';
import { causalOrder, disorder } from './contract-order';
import { runOnTemporal, type TemporalRun } from './contract-temporal';
import type { SeenEvent } from './contract-view';
import { runVirtually } from './contract-virtual';
import { historyLengths, MOST_EVENTS } from './history-lengths';
import { startHttpTarget, type HttpTarget } from './http-target';
import { inParallel } from './contract-parallel';
import { TestService } from './service';

interface Lanes {
  services: number;
  /** Cases at a time on each service. Most of the time a run waits for the servers. */
  each: number;
}

/** Every case on services with this environment: it must do what the case says, and what the virtual run does. */
export function contractOnTemporal(
  variables: Record<string, string>,
  lanes: Lanes = { services: 1, each: 12 },
  alsoExpect: (runs: ReadonlyMap<ContractCase, Promise<TemporalRun>>) => void = () => undefined,
): void {
  const runs = new Map<ContractCase, Promise<TemporalRun>>();
  const services: TestService[] = [];
  let target: HttpTarget;

  beforeAll(async () => {
    target = await startHttpTarget();
    const starts = Array.from({ length: lanes.services }, () => TestService.start(variables));
    services.push(...(await Promise.all(starts)));
    const started = inParallel(CASES, lanes.services * lanes.each, (one, lane) =>
      runOnTemporal(one, services[lane % services.length]!, target),
    );
    for (const [index, run] of started.entries()) runs.set(CASES[index]!, run);
  }, 120_000);

  afterAll(async () => {
    await Promise.all(services.map((service) => service.stop()));
    await target.close();
  }, 60_000);

  it.each(CASES.map((one) => [titleOf(one), one] as const))(
    '%s',
    async (_title, contractCase) => {
      const { view, resumes } = await runs.get(contractCase)!;
      expectOutcome(view, contractCase.expect);
      expect(resumes).toEqual(answersTo(contractCase));
      const plan = planOf(contractCase);
      expect(disorder(plan, view.events)).toEqual([]);

      const { events, hits, ...virtual } = await runVirtually(contractCase, target);
      const { status, error, output, nodes } = view;
      expect({ status, error, output, nodes }).toEqual(virtual);
      const order = (of: readonly SeenEvent[]): Record<string, string[]> =>
        causalOrder(plan, certainOf(contractCase, of));
      expect(order(view.events)).toEqual(order(events));
      if (contractCase.expect.hits) expect(view.hits).toEqual(hits);
    },
    300_000,
  );

  it('has no history that grows long', async () => {
    await Promise.allSettled(runs.values());
    const lengths = await historyLengths(services.map(({ taskQueue }) => taskQueue));
    expect(lengths.length).toBeGreaterThan(CASES.length / 2);
    expect(lengths.filter(([, length]) => length > MOST_EVENTS)).toEqual([]);
  }, 300_000);

  alsoExpect(runs);
}

/** The events that come at any speed. */
function certainOf({ mayLack = [] }: ContractCase, events: readonly SeenEvent[]): SeenEvent[] {
  return events.filter(({ type, path = '' }) => !mayLack.includes(`${type} ${path}`));
}

/** The first resume of a wait counts, a second one changes nothing. */
function answersTo({ resumes = [] }: ContractCase): string[] {
  return resumes.flatMap(({ when }) => (when === 'twice' ? ['resumed', 'skipped'] : ['resumed']));
}
