import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  type ActivityOptions,
  isCancellation,
  ParentClosePolicy,
  proxyActivities,
  sleep,
  startChild,
} from '@temporalio/workflow';
import type { LoadedPlan } from '../definition/plan/load';
import type { Command, RunInput } from '../definition/run-state/types';
import { isoTime } from '../definition/run-state/iso-time';
import { actionTask, planNode, policyOf, readFailure } from './actions';
import { actionOptions, FALLBACK_OPTIONS } from './activity-options';
import { RUN_WORKFLOW, type RunStart } from './messages';
import type { Outbox } from './outbox';
import type { EngineActivities, PreparedChild } from './port';
import type { Recorder } from './recorder';
import { runSearchAttributes } from './search-attributes';
import { nodeSummary } from './summary';

type StartChild = Extract<Command, { kind: 'start-child' }>;

/** The run whose child it is. */
interface Parent {
  plan: LoadedPlan;
  start: RunStart;
  outbox: Outbox;
  recorder: Recorder;
}

/**
 * Starts the run that a `trigger-workflow` asks for: an activity writes its row, then the child starts
 * with close policy abandon. Its result is never awaited: Temporal does not carry a child across
 * continue-as-new, so its end comes as a claim.
 */
export async function startChildRun(parent: Parent, command: StartChild): Promise<RunInput> {
  const { address, input } = command;
  try {
    const child = await prepared(parent, command);
    await launch(child, nodeSummary(address, child.workflowName));
    return {
      kind: 'child-started',
      now: Date.now(),
      address,
      runId: child.runId,
      wait: input.waitForCompletion === true,
      result: {
        triggeredWorkflowId: child.workflowId,
        triggeredWorkflowName: child.workflowName,
        runId: child.runId,
        runStatus: 'running',
        triggeredAt: isoTime(Date.now()),
      },
    };
  } catch (failure) {
    const { error } = readFailure(failure);
    return { kind: 'action-failed', now: Date.now(), address, error };
  }
}

/** The child whose row is written, be it that the answer of who wrote it was lost. */
async function prepared(
  { plan, start, outbox, recorder }: Parent,
  { address, nodeId, input }: StartChild,
): Promise<PreparedChild> {
  const node = planNode(plan, nodeId);
  const parcel = outbox.take();
  const task = actionTask(start, node, address, input, parcel.carried);
  const options = actionOptions(policyOf(node), nodeSummary(address, node.title));
  const prepare = (how: ActivityOptions): Promise<PreparedChild> =>
    proxyActivities<EngineActivities>(how)['trigger-workflow'](task);
  try {
    const child = await prepare(options);
    outbox.acknowledge(parcel);
    return child;
  } catch (failure) {
    const { recorded, isFinal } = readFailure(failure);
    if (recorded) outbox.acknowledge(parcel);
    else outbox.lost();
    if (isFinal) throw failure;
    // From here on no row is written, so one that is not there now will not be.
    await recorder.settle(node, address);
    return prepare({ ...FALLBACK_OPTIONS, summary: options.summary }).catch(() => {
      throw failure;
    });
  }
}

const MAX_PAUSE_MS = 60_000;

/**
 * The id is this node's alone: a child that has it was started for it, by the reconciler or before a reset.
 * With its row there it will be started, so that a start that is refused is tried again.
 */
async function launch(child: PreparedChild, summary: string): Promise<void> {
  for (let pauseMs = 1_000; ; pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS)) {
    try {
      await startWorkflow(child, summary);
      return;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return;
      if (isCancellation(error)) throw error;
      await sleep(pauseMs, { summary: `before ${summary} is started again` });
    }
  }
}

async function startWorkflow(child: PreparedChild, summary: string): Promise<void> {
  await startChild(RUN_WORKFLOW, {
    workflowId: child.runId,
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    args: [child.start, child.plan],
    parentClosePolicy: ParentClosePolicy.ABANDON,
    staticSummary: summary,
    memo: { name: child.workflowName, version: child.start.workflowVersion },
    ...(child.start.searchable && {
      typedSearchAttributes: runSearchAttributes(child.start),
    }),
  });
}
