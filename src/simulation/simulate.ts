import type { Action } from '../../activities/action';
import { createCatalog } from '../../activities/catalog';
import type { Catalog } from '../../definition/catalog';
import type { JsonObject } from '../../definition/json';
import { loadPlan } from '../../definition/plan/load';
import type { Plan } from '../../definition/plan/types';
import type { ProgressEvent } from '../../definition/progress';
import type { RunOrigin } from '../../definition/run-state/create';
import type { RunState } from '../../definition/run-state/types';
import { loadActionPackages } from '../actions/action-packages';
import { simulatedWorld } from './simulated-world';
import { VirtualRun } from './virtual-run';

export interface SimulationTask {
  plan: Plan;
  origin: RunOrigin;
  mocks: JsonObject;
  /** Packages whose actions join the catalog: the same ones for every task of a process. */
  actionPackages: readonly string[];
  /** Milliseconds since the epoch. */
  startAt: number;
}

export interface SimulationOutcome {
  events: ProgressEvent[];
  end: NonNullable<RunState['end']>;
}

let loading: Promise<{ catalog: Catalog; actions: ReadonlyMap<string, Action> }> | undefined;

/** One simulation, from start to end. Runs in a thread that is kept for the next one. */
export async function simulate(task: SimulationTask): Promise<SimulationOutcome> {
  const { plan, origin, mocks, startAt, actionPackages } = task;
  loading ??= loadActionPackages(actionPackages).then(createCatalog);
  const { catalog, actions } = await loading;
  const world = simulatedWorld(catalog, actions, mocks);
  const { events, state } = await new VirtualRun(loadPlan(plan), origin, startAt, world).run();
  if (state.end === undefined)
    throw new Error('Nothing is left to happen, and the run has no end.');
  return { events, end: state.end };
}
