import type { UnstartedRun } from '../record/lost-runs';
import { cancelledEnd, endRun } from './end-run';
import { mendPages, type Repair, type RepairDeps } from './repair';

/**
 * A row is written before its workflow is started, and a simulation lives in a process: one that dies
 * leaves either for here. A start that is still under way elsewhere does no harm: the id decides.
 */
export function startUnstarted(afterMs: number): Repair {
  return {
    name: 'unstarted runs',
    run(deps, round) {
      const before = new Date(round.now.getTime() - afterMs);
      return mendPages(
        deps,
        round,
        (limit, after) => deps.lost.unstarted(before, limit, after),
        ({ runId }) => runId,
        (run) => start(deps, run, round.now),
      );
    },
  };
}

async function start(deps: RepairDeps, run: UnstartedRun, now: Date): Promise<boolean> {
  const { organizationId, runId, isSimulation, cancelRequested } = run;
  const { rows, stored, engine, workflows } = deps;
  if (!isSimulation && (await workflows.describe(runId)).kind !== 'absent') {
    await rows.markStarted(organizationId, runId);
    return false;
  }
  if (cancelRequested) {
    await endRun(deps, run, cancelledEnd(now));
    return true;
  }
  const loaded = await stored.load(organizationId, runId);
  if (!loaded) {
    const message = 'The version that this run is pinned to is gone.';
    await endRun(deps, run, { status: 'failure', error: { code: 'plan_lost', message }, at: now });
  } else if (isSimulation) {
    return engine.simulate(loaded.run, loaded.mocks);
  } else {
    await engine.startRun(loaded.run, loaded.place);
  }
  return true;
}
