import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, proxyActivities, startChild } from '@temporalio/workflow';
import type { LoadedPlan } from '../definition/plan/load';
import type { Command, RunInput } from '../definition/run-state/types';
import { isoTime } from '../definition/run-state/iso-time';
import { actionTask, planNode, policyOf, readFailure } from './actions';
import { actionOptions } from './activity-options';
import { RUN_WORKFLOW, type RunStart } from './messages';
import type { Outbox } from './outbox';
import type { EngineActivities, PreparedChild } from './port';
import { runSearchAttributes } from './search-attributes';

/**
 * Starts the run that a `trigger-workflow` asks for: an activity writes its row, then the child starts
 * with close policy abandon. Its result is never awaited: Temporal does not carry a child across
 * continue-as-new, so its end comes as a claim.
 */
export async function startChildRun(
  plan: LoadedPlan,
  start: RunStart,
  outbox: Outbox,
  { address, nodeId, input }: Extract<Command, { kind: 'start-child' }>,
): Promise<RunInput> {
  const node = planNode(plan, nodeId);
  const parcel = outbox.take();
  const options = actionOptions(policyOf(node), `${address} · ${node.title}`);
  const { 'trigger-workflow': prepare } = proxyActivities<EngineActivities>(options);
  try {
    const child = await prepare(actionTask(start, node, address, input, parcel.carried));
    outbox.acknowledge(parcel);
    await launch(child, `${address} · ${child.workflowName}`);
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
    const { error, recorded } = readFailure(failure);
    if (recorded) outbox.acknowledge(parcel);
    else outbox.lost();
    return { kind: 'action-failed', now: Date.now(), address, error };
  }
}

/** The id is this node's alone: a child that has it was started for it, by the reconciler or before a reset. */
async function launch(child: PreparedChild, summary: string): Promise<void> {
  try {
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
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
