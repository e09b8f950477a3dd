import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { StepResult } from '../side/work';
import type { StepActivities } from './activities';

const { step } = proxyActivities<StepActivities>({ startToCloseTimeout: '1 minute' });
const { step: localStep } = proxyLocalActivities<StepActivities>({
  startToCloseTimeout: '4 seconds',
});

export const resumeSignal = defineSignal('resume');

/** Events after which a history is left behind: what Weft does by default. */
const MAX_HISTORY_EVENTS = 2_000;

export async function sequential(steps: number, done = 0, n = 0): Promise<StepResult> {
  const { workflowId: runId } = workflowInfo();
  let last: StepResult = { n, label: '' };
  for (let index = done; index < steps; index += 1) {
    if (workflowInfo().historyLength >= MAX_HISTORY_EVENTS) {
      await continueAsNew<typeof sequential>(steps, index, last.n);
    }
    const path = `step_${index + 1}`;
    last = await step({ runId, path, input: { n: last.n, label: path } });
  }
  return last;
}

export async function parallel(steps: number): Promise<StepResult[]> {
  const { workflowId: runId } = workflowInfo();
  return Promise.all(
    Array.from({ length: steps }, (_, n) => {
      const path = `step_${n + 1}`;
      return step({ runId, path, input: { n, label: path } });
    }),
  );
}

export async function local(steps: number): Promise<StepResult> {
  const { workflowId: runId } = workflowInfo();
  let last: StepResult = { n: 0, label: '' };
  for (let index = 0; index < steps; index += 1) {
    const path = `step_${index + 1}`;
    last = await localStep({ runId, path, input: { n: last.n, label: path } });
  }
  return last;
}

export async function wait(): Promise<StepResult> {
  const { workflowId: runId } = workflowInfo();
  let resumed = false;
  setHandler(resumeSignal, () => {
    resumed = true;
  });
  const { n } = await step({ runId, path: 'before', input: { n: 0, label: 'before' } });
  await condition(() => resumed, '30 days');
  return step({ runId, path: 'after', input: { n, label: 'after' } });
}
