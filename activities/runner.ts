import type { Json } from '../definition/json';
import { refuseOutput } from '../definition/run-state/output-budget';
import type { ActionTask } from '../workflows/port';
import { ActionError, type Action } from './action';
import type { Attempt } from './attempt';
import { begin, refusal, release, succeed } from './attempt-record';
import type { OutboundContext } from './context';
import { withDeadline } from './deadline';
import type { ActivityDeps } from './deps';
import type { EgressClient } from './egress/client';
import { actionFailure, describeError, type Described, recordUnavailable } from './failures';
import { checkInput } from './input';
import { repeatPolicy } from './repeat';
import { toResult } from './result';
import { NO_SECRETS, revealSecrets, type RevealedInput } from './secrets';

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
  tell(deps, task, decision.number, outcome);
  const last = !retryable || decision.number >= policy.maxAttempts;
  throw actionFailure(error, { nonRetryable: last, recorded: true });
}

interface Failed extends Described {
  ok: false;
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

/** One line for operators. What went wrong is told to the author in the run; a stack is for whoever mends the action. */
function tell({ log }: RunnerDeps, { run, node }: ActionTask, attempt: number, why: Failed): void {
  const { code, message: reason } = why.error;
  const place = { runId: run.runId, address: node.address, action: node.type, attempt };
  if (why.stack === undefined) log.info({ ...place, code, reason }, 'An action failed');
  else log.warn({ ...place, code, reason, stack: why.stack }, 'An action failed unforeseen');
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
