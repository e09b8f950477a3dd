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
import type { Inbox } from './inbox';
import { RUN_WORKFLOW, type RunStart } from './messages';
import type { Outbox } from './outbox';
import type { EngineActivities, PreparedChild } from './port';
import type { Recorder } from './recorder';
import { runSearchAttributes } from './search-attributes';
import { shielded } from './shielded';
import { nodeSummary } from './summary';
import { WORKFLOW_TASK_TIMEOUT } from './task-timeout';

type StartChild = Extract<Command, { kind: 'start-child' }>;

/** The run whose child it is. */
interface Parent {
  plan: LoadedPlan;
  start: RunStart;
  outbox: Outbox;
  recorder: Recorder;
  inbox: Inbox;
}

/**
 * Starts the run that a `trigger-workflow` asks for: an activity writes its row, then the child starts
 * with close policy abandon. Its result is never awaited: Temporal does not carry a child across
 * continue-as-new, so its end comes as a claim.
 */
export function startChildRun(parent: Parent, command: StartChild): void {
  const { plan, start, outbox, recorder, inbox } = parent;
  const { address, nodeId, input } = command;
  const node = planNode(plan, nodeId);
  const parcel = outbox.take();
  const task = actionTask(start, node, address, input, parcel.carried);
  const options = actionOptions(policyOf(node), nodeSummary(address, node.title));
  const prepare = (how: ActivityOptions): Promise<PreparedChild> =>
    proxyActivities<EngineActivities>(how)['trigger-workflow'](task);
  const prepareAgain = (first: unknown): void => {
    const again = { ...FALLBACK_OPTIONS, summary: options.summary };
    void shielded(() =>
      inbox.expect(
        prepare(again),
        (child) => {
          launch(inbox, command, child);
          return undefined;
        },
        (_, now) => failed(command, first, now),
      ),
    );
  };
  void shielded(() =>
    inbox.expect(
      prepare(options),
      (child) => {
        outbox.acknowledge(parcel);
        launch(inbox, command, child);
        return undefined;
      },
      (failure, now) => {
        const { recorded, isFinal } = readFailure(failure);
        if (recorded) outbox.acknowledge(parcel);
        else outbox.lost();
        if (isFinal) return failed(command, failure, now);
        // Once it is settled no row is written, so one that is not there then will not be.
        recorder.settle(node, address, () => {
          prepareAgain(failure);
          return undefined;
        });
        return undefined;
      },
    ),
  );
}

const FIRST_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 60_000;

/**
 * The id is this node's alone: a child that has it was started for it, by the reconciler or before a reset.
 * With its row there it will be started, so that a start that is refused is tried again.
 */
function launch(
  inbox: Inbox,
  command: StartChild,
  child: PreparedChild,
  pauseMs = FIRST_PAUSE_MS,
): void {
  const summary = nodeSummary(command.address, child.workflowName);
  void shielded(() =>
    inbox.expect(
      startWorkflow(child, summary),
      (_, now) => started(command, child, now),
      (failure, now) => {
        if (failure instanceof WorkflowExecutionAlreadyStartedError)
          return started(command, child, now);
        if (isCancellation(failure)) return failed(command, failure, now);
        const pause = { summary: `before ${summary} is started again` };
        const next = Math.min(2 * pauseMs, MAX_PAUSE_MS);
        void shielded(() =>
          inbox.expect(sleep(pauseMs, pause), () => {
            launch(inbox, command, child, next);
            return undefined;
          }),
        );
        return undefined;
      },
    ),
  );
}

function started({ address, input }: StartChild, child: PreparedChild, now: number): RunInput {
  return {
    kind: 'child-started',
    now,
    address,
    runId: child.runId,
    wait: input.waitForCompletion === true,
    result: {
      triggeredWorkflowId: child.workflowId,
      triggeredWorkflowName: child.workflowName,
      runId: child.runId,
      runStatus: 'running',
      triggeredAt: isoTime(now),
    },
  };
}

function failed({ address }: StartChild, failure: unknown, now: number): RunInput {
  const { error } = readFailure(failure);
  return { kind: 'action-failed', now, address, error };
}

async function startWorkflow(child: PreparedChild, summary: string): Promise<void> {
  await startChild(RUN_WORKFLOW, {
    workflowId: child.runId,
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    args: [child.start, child.plan],
    workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
    parentClosePolicy: ParentClosePolicy.ABANDON,
    staticSummary: summary,
    memo: { name: child.workflowName, version: child.start.workflowVersion },
    ...(child.start.searchable && {
      typedSearchAttributes: runSearchAttributes(child.start),
    }),
  });
}
