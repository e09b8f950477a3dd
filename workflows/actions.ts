import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  TimeoutFailure,
} from '@temporalio/workflow';
import type { LoadedPlan } from '../definition/plan/load';
import type { PlanNode } from '../definition/plan/types';
import type { RunError } from '../definition/progress';
import type { Command, RunInput } from '../definition/run-state/types';
import { literalReferences } from '../definition/secret-references';
import { actionOptions, FALLBACK_OPTIONS, LOCAL_OPTIONS } from './activity-options';
import type { Inbox } from './inbox';
import type { RunStart } from './messages';
import type { Outbox } from './outbox';
import type { ActionActivity, ActionTask, ChildTask, LocalActivity, LocalOutcome } from './port';
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
    private readonly inbox: Inbox,
  ) {}

  /** Each promise costs a step's worth of the sandbox's time: none is made that is not needed. */
  run(command: RunAction): void {
    const node = planNode(this.plan, command.nodeId);
    if (command.mode === 'local') this.local(node, command);
    else this.activity(node, command);
  }

  private activity(node: PlanNode, { address, input, budget }: RunAction): void {
    const parcel = this.outbox.take();
    const task = { ...actionTask(this.start, node, address, input, parcel.carried), budget };
    const options = actionOptions(policyOf(node), nodeSummary(address, node.title));
    const actions = proxyActivities<Record<string, ActionActivity>>(options);
    void this.inbox.expect(
      (actions[node.type] as ActionActivity)(task),
      (result, now) => {
        this.outbox.acknowledge(parcel);
        return { kind: 'action-succeeded', now, address, result, recorded: true };
      },
      (failure, now) => {
        const { error, recorded, isFinal } = readFailure(failure);
        if (recorded) this.outbox.acknowledge(parcel);
        else this.outbox.lost();
        if (isFinal) return { kind: 'action-failed', now, address, error };
        this.settle(node, address, error);
        return undefined;
      },
    );
  }

  /** A success may be recorded although its answer did not arrive. */
  private settle(node: PlanNode, address: string, error: RunError): void {
    this.recorder.settle(node, address, (settlement, now) => {
      if (settlement.kind === 'closed') return { kind: 'action-failed', now, address, error };
      const { result } = settlement;
      return { kind: 'action-succeeded', now, address, result, recorded: true };
    });
  }

  /** Outcomes are values: a failure here is a worker that did not get to it. */
  private local(node: PlanNode, { address, input }: RunAction): void {
    const summary = nodeSummary(address, node.title);
    const local = proxyLocalActivities<LocalActivities>({ ...LOCAL_OPTIONS, summary });
    const done = (outcome: LocalOutcome, now: number): RunInput =>
      outcome.ok
        ? { kind: 'action-succeeded', now, address, result: outcome.result, recorded: false }
        : { kind: 'action-failed', now, address, error: outcome.error };
    const failed = (failure: unknown, now: number): RunInput => {
      const { error } = readFailure(failure);
      return { kind: 'action-failed', now, address, error };
    };
    void this.inbox.expectLocal(
      (local[node.type] as LocalActivity)(input),
      done,
      (failure, now) => {
        if (isCancellation(failure)) return failed(failure, now);
        const remote = proxyActivities<LocalActivities>({ ...FALLBACK_OPTIONS, summary });
        void this.inbox.expect((remote[node.type] as LocalActivity)(input), done, failed);
        return undefined;
      },
    );
  }
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
