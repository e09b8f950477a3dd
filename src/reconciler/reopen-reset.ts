import type { RestartedRun } from '../record/lost-runs';
import { mendEach, type Repair, type RepairDeps } from './repair';
import { sinceLastRound } from './since-last-round';

/** Running workflows looked at in one round, the youngest first. */
const MAX_STARTED = 10_000;

/** A workflow that was reset in the Temporal UI runs again: its row goes on. */
export function reopenReset(): Repair {
  const since = sinceLastRound();
  return {
    name: 'reset workflows',
    async run(deps, { now }) {
      const { lost, workflows } = deps;
      const restarted = await since(now, async (from) =>
        lost.restarted(await workflows.startedSince(from, MAX_STARTED)),
      );
      return mendEach(deps, restarted, (run) => reopen(deps, run));
    },
  };
}

/** A start that was under way when the run was ended without it makes a workflow that has nothing to do. */
async function reopen({ rows, workflows }: RepairDeps, run: RestartedRun): Promise<boolean> {
  const { organizationId, runId, hasBegun } = run;
  if ((await workflows.describe(runId)).kind !== 'running') return false;
  if (hasBegun) return rows.reopen(organizationId, runId);
  await workflows.terminate(runId, 'The run had ended before this workflow started.');
  return true;
}
