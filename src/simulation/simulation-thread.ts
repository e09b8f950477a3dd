import { parentPort, workerData } from 'node:worker_threads';
import { createCatalog } from '../../activities/catalog';
import { loadActionPackages } from '../actions/action-packages';
import type { JsonObject } from '../../definition/json';
import { loadPlan } from '../../definition/plan/load';
import type { Plan } from '../../definition/plan/types';
import type { RunOrigin } from '../../definition/run-state/create';
import { simulatedWorld } from './simulated-world';
import { VirtualRun } from './virtual-run';

export interface SimulationTask {
  plan: Plan;
  origin: RunOrigin;
  mocks: JsonObject;
  /** Packages whose actions join the catalog. */
  actionPackages: readonly string[];
  /** Milliseconds since the epoch. */
  startAt: number;
}

/** Body of the worker thread: one simulation, then the end. */
async function main(): Promise<void> {
  const { plan, origin, mocks, startAt, actionPackages } = workerData as SimulationTask;
  const { catalog, actions } = createCatalog(await loadActionPackages(actionPackages));
  const world = simulatedWorld(catalog, actions, mocks);
  const { events, state } = await new VirtualRun(loadPlan(plan), origin, startAt, world).run();
  parentPort?.postMessage({ events, end: state.end });
}

void main();
