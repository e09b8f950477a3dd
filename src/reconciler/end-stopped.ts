import { isJsonObject } from '../../definition/json';
import type { LostRun } from '../record/lost-runs';
import { endRun, type RunEnd } from './end-run';
import { mendEach, type Repair, type RepairDeps } from './repair';
import { sinceLastRound } from './since-last-round';

/** Open runs that are compared with Temporal in each round, in turn. */
const SWEEP = 100;
/** Stopped workflows looked at in one round. */
const MAX_STOPPED = 5_000;

/**
 * A workflow that was terminated in the Temporal UI has not written its end. Those of late are listed by
 * Temporal; and round by round all open runs are gone through, for what no list shows: a workflow that
 * ended while no reconciler ran, or in a way it should not.
 */
export function endStopped(): Repair {
  const since = sinceLastRound();
  let swept: string | undefined;
  const unknown = new Set<string>();
  return {
    name: 'stopped workflows',
    async run(deps, { now }) {
      const { lost, workflows } = deps;
      const stopped = await since(now, async (from) =>
        lost.openAmong(await workflows.stoppedSince(from, MAX_STOPPED)),
      );
      const some = await lost.open(SWEEP, swept);
      swept = some.length < SWEEP ? undefined : some.at(-1)?.runId;
      const suspects = new Map([...stopped, ...some].map((run) => [run.runId, run]));
      return mendEach(deps, [...suspects.values()], (run) => endIfClosed(deps, run, unknown));
    },
  };
}

/** @param unknown runs of which it was said that Temporal does not know them */
async function endIfClosed(deps: RepairDeps, run: LostRun, unknown: Set<string>): Promise<boolean> {
  const sight = await deps.workflows.describe(run.runId);
  if (sight.kind === 'absent' && !unknown.has(run.runId)) {
    unknown.add(run.runId);
    deps.log.warn(
      { runId: run.runId },
      'Temporal does not know this run: is it the right namespace? Cancel the run to end it',
    );
  }
  if (sight.kind !== 'closed') return false;
  await endRun(deps, run, { ...(await endOf(deps, run.runId, sight.how)), at: sight.at });
  return true;
}

async function endOf(
  { workflows }: RepairDeps,
  runId: string,
  how: string,
): Promise<Omit<RunEnd, 'at'>> {
  const outcome = await workflows.outcome(runId);
  if ('result' in outcome) {
    return { status: 'success', output: isJsonObject(outcome.result) ? outcome.result : {} };
  }
  const why = outcome.message === '' ? '' : `: ${outcome.message}`;
  return {
    status: how === 'cancelled' ? 'cancelled' : 'failure',
    error: {
      code: `workflow_${how}`,
      message: `The workflow of this run was ended from outside (${how.replace('_', ' ')})${why}`,
    },
  };
}
