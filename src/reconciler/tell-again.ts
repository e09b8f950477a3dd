import { cancelledEnd, endRun } from './end-run';
import { mendEach, mendPages, type Repair } from './repair';

/** Claims signalled in one round. */
const BATCH = 500;

/** A signal may be lost with the process that was to send it: the claim is in the record. */
export function signalAgain(afterMs: number): Repair {
  return {
    name: 'unacknowledged claims',
    async run(deps, { now }) {
      const { claims, engine } = deps;
      const found = await claims.notAcknowledged(new Date(now.getTime() - afterMs), BATCH);
      return mendEach(deps, found, async (open) => {
        await engine.signalClaim(open.runId, open.claim, open.kind);
        await claims.signalled(open);
        return true;
      });
    },
  };
}

/** So may a cancel. A run that Temporal does not know any more ends here. */
export function cancelAgain(afterMs: number): Repair {
  return {
    name: 'cancelled runs',
    run(deps, round) {
      const before = new Date(round.now.getTime() - afterMs);
      return mendPages(
        deps,
        round,
        (limit, after) => deps.lost.toCancel(before, limit, after),
        ({ runId }) => runId,
        async (run) => {
          const { kind } = await deps.workflows.describe(run.runId);
          if (kind === 'running') await deps.engine.cancelRun(run.runId);
          else if (kind === 'absent') await endRun(deps, run, cancelledEnd(round.now));
          return kind !== 'closed';
        },
      );
    },
  };
}
