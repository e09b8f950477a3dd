import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../definition/json';
import type { ActionTask } from '../workflows/port';
import type { Attempt } from './attempt';
import type { ActivityDeps, AttemptDecision } from './deps';
import { actionFailure, recordUnavailable, runEnded } from './failures';
import { maskInput } from './masking';

/** Pauses between tries to write a success: the work is done, and must not be lost to a short outage. */
const WRITE_PAUSES_MS = [100, 500, 1_500, 3_000];

/**
 * Pauses between tries to begin. When the answer was lost with its connection, the record has an attempt
 * that is open and has done nothing: only the one who asked knows that.
 */
const BEGIN_PAUSES_MS = [100, 500];

type RecordDeps = Pick<ActivityDeps, 'record' | 'log'>;

/** Asks the record whether to act. */
export async function begin(
  { record }: RecordDeps,
  task: ActionTask,
  attempt: Attempt,
  policy: { maxAttempts: number; safeToRepeat: boolean },
): Promise<AttemptDecision> {
  const { run, node, input, carried } = task;
  const asked = {
    run,
    node: { address: node.address, id: node.id, type: node.type },
    input: maskInput(input, node.secretKeys),
    attempt: attempt.number,
    ...policy,
    carried,
    at: Date.now(),
  };
  const pauses = [...BEGIN_PAUSES_MS];
  for (;;) {
    try {
      return await record.begin(asked);
    } catch (error) {
      const wait = pauses.shift();
      if (wait === undefined) throw recordUnavailable(error);
      await pause(wait);
    }
  }
}

type Refusal = Exclude<AttemptDecision, { kind: 'proceed' } | { kind: 'recorded' }>;

/** What Temporal is told when the record says no. */
export function refusal({ node }: ActionTask, decision: Refusal): Error {
  const final = { nonRetryable: true, recorded: true };
  switch (decision.kind) {
    case 'outcome-unknown':
      return actionFailure(
        {
          code: 'outcome_unknown',
          message: `The worker was lost while \`${node.id}\` ran; whether its side effect happened is not known`,
        },
        final,
      );
    case 'exhausted':
      return actionFailure(
        decision.error ?? {
          code: 'attempts_exhausted',
          message: `All attempts of \`${node.id}\` were lost with their workers`,
        },
        final,
      );
    case 'run-ended':
      return runEnded();
    case 'unknown-run':
      return actionFailure({ code: 'unknown_run', message: 'There is no such run' }, final);
  }
}

export async function succeed(
  { record, log }: RecordDeps,
  { run, node }: ActionTask,
  attempt: Attempt,
  result: Json,
): Promise<void> {
  const success = {
    run,
    node: { address: node.address, id: node.id, type: node.type },
    attempt: attempt.number,
    result,
    at: Date.now(),
  };
  for (const wait of [...WRITE_PAUSES_MS, undefined]) {
    try {
      if (await record.succeed(success)) return;
      break;
    } catch (error) {
      if (wait === undefined) throw recordUnavailable(error);
      log.warn({ runId: run.runId, address: node.address, error }, 'A success waits to be written');
      await pause(wait);
    }
  }
  // Something came first. When this attempt still counts, the next one asks the record what it was.
  throw actionFailure(
    { code: 'superseded', message: `Another outcome of \`${node.id}\` was recorded first` },
    { nonRetryable: false, recorded: true },
  );
}

/** A release that is lost costs little: the next attempt finds this one unfinished and decides by that. */
export async function release(
  { record, log }: RecordDeps,
  { run, node }: ActionTask,
  attempt: Attempt,
  error: { code: string; message: string },
): Promise<void> {
  try {
    await record.release({
      run,
      address: node.address,
      attempt: attempt.number,
      error: { ...error, nodeId: node.id, path: node.address },
    });
  } catch (cause) {
    log.warn(
      { runId: run.runId, address: node.address, error: cause },
      'A failure was not written',
    );
  }
}
