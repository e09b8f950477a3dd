import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../definition/json';
import { refuseOutput } from '../definition/run-state/output-budget';
import type { ActionTask } from '../workflows/port';
import { ActionError, type Action } from './action';
import type { Attempt } from './attempt';
import type { OutboundContext } from './context';
import { withDeadline } from './deadline';
import type { ActivityDeps, AttemptDecision } from './deps';
import type { EgressClient } from './egress/client';
import { actionFailure, describeError, recordUnavailable, runEnded } from './failures';
import { checkInput } from './input';
import { maskInput } from './masking';
import { repeatPolicy } from './repeat';
import { toResult } from './result';
import { NO_SECRETS, revealSecrets, type RevealedInput } from './secrets';

/** Pauses between tries to write a success: the work is done, and must not be lost to a short outage. */
const WRITE_PAUSES_MS = [100, 500, 1_500, 3_000];

/**
 * Pauses between tries to begin. When the answer was lost with its connection, the record has an attempt
 * that is open and has done nothing: only the one who asked knows that.
 */
const BEGIN_PAUSES_MS = [100, 500];

export interface RunnerDeps extends ActivityDeps {
  http: EgressClient;
}

/**
 * One attempt of an action: asks the record whether to act, acts, and writes the outcome. Throws what
 * Temporal understands: an ApplicationFailure, or the reason of the attempt's signal.
 */
export async function runAttempt(
  deps: RunnerDeps,
  action: Action,
  task: ActionTask,
  attempt: Attempt,
): Promise<Json> {
  const policy = repeatPolicy(action, task);
  const prepared = await prepare(deps, action, task);
  attempt.signal.throwIfAborted();
  const decision = await begin(deps, task, attempt, policy);
  if (decision.kind === 'recorded') return decision.result;
  if (decision.kind !== 'proceed') throw refusal(task, decision);

  const outcome = prepared.ok ? await act(deps, action, task, attempt, prepared) : prepared;
  if (outcome.ok) {
    await succeed(deps, task, attempt, outcome.result);
    return outcome.result;
  }
  const { error, retryable } = outcome;
  if (attempt.signal.aborted) {
    // An unsafe action that was cut off may have done its work: the record must keep it open.
    if (policy.safeToRepeat) await release(deps, task, attempt, stopped(task));
    throw attempt.signal.reason;
  }
  await release(deps, task, attempt, error);
  const last = !retryable || decision.number >= policy.maxAttempts;
  throw actionFailure(error, { nonRetryable: last, recorded: true });
}

async function begin(
  { record }: RunnerDeps,
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

function refusal({ node }: ActionTask, decision: Refusal): Error {
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

interface Failed {
  ok: false;
  error: { code: string; message: string };
  retryable: boolean;
}
type Prepared = ({ ok: true } & RevealedInput) | Failed;

/**
 * The input with its secrets, checked. Done before the attempt counts, so that a database that is
 * away uses no attempt up; what is wrong with the input is told after the attempt has begun.
 */
async function prepare(
  { secrets }: RunnerDeps,
  { spec }: Action,
  { run, node, input }: ActionTask,
): Promise<Prepared> {
  const { secretKeys, references = [] } = node;
  const owner = { organizationId: run.organizationId, secretKeys, references };
  try {
    const revealed = await revealSecrets(input, owner, secrets);
    checkInput(spec, revealed.input);
    return { ok: true, ...revealed };
  } catch (error) {
    if (!(error instanceof ActionError)) throw recordUnavailable(error);
    return { ok: false, ...describeError(error, NO_SECRETS) };
  }
}

async function act(
  deps: RunnerDeps,
  action: Action,
  task: ActionTask,
  attempt: Attempt,
  { input, mask }: RevealedInput,
): Promise<{ ok: true; result: Json } | Failed> {
  const limit = { timeoutMs: task.attemptTimeoutMs, outer: attempt.signal };
  try {
    const result = await withDeadline(limit, (signal) =>
      action.run(input, contextOf(deps, task, attempt, signal)),
    );
    return { ok: true, result: affordable(task, mask.json(toResult(result))) };
  } catch (error) {
    return { ok: false, ...describeError(error, mask) };
  }
}

/** What the run has no room for is never recorded as a success. */
function affordable({ node, budget }: ActionTask, result: Json): Json {
  const refused = refuseOutput(node.id, result, budget);
  if (refused) throw new ActionError(refused.code, refused.message);
  return result;
}

function stopped({ node }: ActionTask): { code: string; message: string } {
  return { code: 'action_stopped', message: `\`${node.id}\` was stopped while it ran` };
}

function contextOf(
  deps: RunnerDeps,
  { run, node }: ActionTask,
  attempt: Attempt,
  signal: AbortSignal,
): OutboundContext {
  return {
    ...run,
    nodeId: node.id,
    address: node.address,
    attempt: attempt.number,
    idempotencyKey: `${run.runId}/${node.address}`,
    signal,
    http: deps.http,
    deliveries: deps.deliveries,
    databases: deps.databases,
  };
}

async function succeed(
  { record, log }: RunnerDeps,
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
async function release(
  { record, log }: RunnerDeps,
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
