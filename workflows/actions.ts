import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  TimeoutFailure,
} from '@temporalio/workflow';
import type { Json } from '../definition/json';
import type { LoadedPlan } from '../definition/plan/load';
import type { PlanNode } from '../definition/plan/types';
import type { RunError } from '../definition/progress';
import type { Command, RunInput } from '../definition/run-state/types';
import { literalReferences } from '../definition/secret-references';
import { actionOptions, FALLBACK_OPTIONS, LOCAL_OPTIONS } from './activity-options';
import type { RunStart } from './messages';
import type { Outbox } from './outbox';
import type { ActionActivity, ActionTask, ChildTask, LocalActivity } from './port';
import type { Recorder } from './recorder';
import { nodeSummary } from './summary';

type LocalActivities = Record<string, LocalActivity>;
type RunAction = Extract<Command, { kind: 'run-action' }>;

/** Runs actions: each as an activity under its own type, pure ones as a local activity. */
export class ActionRunner {
  constructor(
    private readonly plan: LoadedPlan,
    private readonly start: RunStart,
    private readonly outbox: Outbox,
    private readonly recorder: Recorder,
    private readonly push: (input: RunInput) => void,
  ) {}

  /** Each promise costs a step's worth of the sandbox's time: none is made that is not needed. */
  run(command: RunAction): void {
    const node = planNode(this.plan, command.nodeId);
    if (command.mode === 'local') void this.local(node, command).then(this.push);
    else this.activity(node, command);
  }

  private activity(node: PlanNode, { address, input, budget }: RunAction): void {
    const parcel = this.outbox.take();
    const task = { ...actionTask(this.start, node, address, input, parcel.carried), budget };
    const options = actionOptions(policyOf(node), nodeSummary(address, node.title));
    const actions = proxyActivities<Record<string, ActionActivity>>(options);
    void (actions[node.type] as ActionActivity)(task).then(
      (result) => {
        this.outbox.acknowledge(parcel);
        this.push(recordedSuccess(address, result));
      },
      (failure: unknown) => {
        const { error, recorded, isFinal } = readFailure(failure);
        if (recorded) this.outbox.acknowledge(parcel);
        else this.outbox.lost();
        const failed = (): RunInput => ({ kind: 'action-failed', now: Date.now(), address, error });
        if (isFinal) this.push(failed());
        else
          void this.settled(node, address).then((input) => {
            this.push(input ?? failed());
          });
      },
    );
  }

  /** The success that is recorded although its answer did not arrive; undefined when there will be none. */
  private async settled(node: PlanNode, address: string): Promise<RunInput | undefined> {
    const settlement = await this.recorder.settle(node, address);
    if (settlement.kind === 'closed') return undefined;
    return recordedSuccess(address, settlement.result);
  }

  /**
   * Outcomes are values: a failure here is a worker that did not get to it. They bring their time along: when a history
   * is replayed, several come at once, and the workflow's own clock shows the time of the last.
   */
  private async local(node: PlanNode, { address, input }: RunAction): Promise<RunInput> {
    const summary = nodeSummary(address, node.title);
    const local = proxyLocalActivities<LocalActivities>({ ...LOCAL_OPTIONS, summary });
    try {
      const outcome = await (local[node.type] as LocalActivity)(input).catch((failure: unknown) => {
        if (isCancellation(failure)) throw failure;
        const remote = proxyActivities<LocalActivities>({ ...FALLBACK_OPTIONS, summary });
        return (remote[node.type] as LocalActivity)(input);
      });
      const { at: now } = outcome;
      return outcome.ok
        ? { kind: 'action-succeeded', now, address, result: outcome.result, recorded: false }
        : { kind: 'action-failed', now, address, error: outcome.error };
    } catch (failure) {
      const { error } = readFailure(failure);
      return { kind: 'action-failed', now: Date.now(), address, error };
    }
  }
}

function recordedSuccess(address: string, result: Json): RunInput {
  return { kind: 'action-succeeded', now: Date.now(), address, result, recorded: true };
}

export function planNode(plan: LoadedPlan, id: string): PlanNode {
  const node = plan.nodes[plan.indexById.get(id) ?? -1];
  if (!node) throw ApplicationFailure.nonRetryable(`The plan has no node ${id}.`, 'internal');
  return node;
}

export function policyOf(node: PlanNode): NonNullable<PlanNode['action']> {
  if (node.action) return node.action;
  throw ApplicationFailure.nonRetryable(`The plan gives ${node.id} no policy.`, 'internal');
}

export function actionTask(
  start: RunStart,
  node: PlanNode,
  address: string,
  input: ActionTask['input'],
  carried: ActionTask['carried'],
): ChildTask {
  const policy = policyOf(node);
  const { connector } = node;
  const references = literalReferences(node.payload);
  return {
    run: {
      runId: start.runId,
      organizationId: start.organizationId,
      workflowId: start.workflowId,
    },
    node: {
      address,
      id: node.id,
      type: node.type,
      title: node.title,
      secretKeys: node.secretKeys,
      ...(references.length > 0 && { references }),
      ...(connector && { connector }),
    },
    input,
    maxAttempts: policy.maxAttempts,
    attemptsAreGiven: policy.attemptsAreGiven,
    safeToRepeat: policy.safeToRepeat,
    attemptTimeoutMs: policy.attemptTimeoutMs,
    carried,
  };
}

interface ReadFailure {
  error: RunError;
  /** Whether the database has what the activity carried. */
  recorded: boolean;
  /** False: Temporal gave up on an attempt that the record may know more of. */
  isFinal: boolean;
}

/** What an activity's failure says: our own code and message, or what Temporal saw of it. */
export function readFailure(failure: unknown): ReadFailure {
  const cause = failure instanceof ActivityFailure ? failure.cause : failure;
  if (isCancellation(failure)) {
    const error = { code: 'cancelled', message: 'The action was cancelled.' };
    return { error, recorded: false, isFinal: true };
  }
  if (cause instanceof TimeoutFailure) {
    const message = 'The action did not end in the time it was given.';
    return { error: { code: 'action_timeout', message }, recorded: false, isFinal: false };
  }
  if (cause instanceof ApplicationFailure) {
    const [details] = cause.details ?? [];
    const told = details as { recorded?: boolean } | undefined;
    return {
      error: { code: cause.type ?? 'action_failed', message: cause.message },
      recorded: told?.recorded === true,
      isFinal: cause.nonRetryable === true && told !== undefined,
    };
  }
  const message = failure instanceof Error ? failure.message : 'The action failed.';
  return { error: { code: 'action_failed', message }, recorded: false, isFinal: false };
}
