import { type StepInput, type StepResult, work } from '../side/work';
import type { ProgressRecord } from './progress-record';

export interface StepTask {
  runId: string;
  path: string;
  input: StepInput;
}

export interface StepActivities {
  step(task: StepTask): Promise<StepResult>;
}

/** The activity as one would write it by hand: with a record, one statement at its begin and one at its end. */
export function createActivities(record?: ProgressRecord): StepActivities {
  return {
    async step(task) {
      await record?.begin(task);
      const result = work(task.runId, task.input);
      await record?.succeed(task, result);
      return result;
    },
  };
}
