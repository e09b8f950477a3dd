/** What every side's activity does: nothing but a little arithmetic, and a note of when it began. */
export interface StepInput {
  n: number;
  label: string;
}

export type StepResult = StepInput;

const starts = new Map<string, number[]>();

export function work(runId: string, { n, label }: StepInput): StepResult {
  starts.get(runId)?.push(performance.now());
  return { n: n + 1, label };
}

/** From now on the starts of the run's activities in this process are noted. */
export function noteStarts(runId: string): void {
  starts.set(runId, []);
}

/** When the activities of the run began, in the time of `performance.now()`; forgets them. */
export function takeStarts(runId: string): number[] {
  const noted = starts.get(runId) ?? [];
  starts.delete(runId);
  return noted;
}
