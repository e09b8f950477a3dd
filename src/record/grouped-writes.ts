import { DatabaseError } from 'pg';
import type { RunReference } from './types';

/** Each may bring a result of a megabyte. */
const MAX_GROUP = 20;

interface Waiting<Task, Answer> {
  task: Task;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Writes of one run lock its row, so they come one after another anyway. Those that are asked for while
 * one is under way wait here and then go together: one statement, one commit.
 */
export class GroupedWrites<Task extends { run: RunReference }, Answer> {
  /** What waits, by run; there is a line while a write of the run is under way. */
  private readonly lines = new Map<string, Waiting<Task, Answer>[]>();

  /** `write` answers in the order of its tasks, which are of one run. It writes all of them or none. */
  constructor(
    private readonly write: (task: Task, others: readonly Task[]) => Promise<readonly Answer[]>,
  ) {}

  do(task: Task): Promise<Answer> {
    const run = `${task.run.organizationId} ${task.run.runId}`;
    return new Promise((resolve, reject) => {
      const waiting = { task, resolve, reject };
      const line = this.lines.get(run);
      if (line === undefined) void this.work(run, waiting);
      else line.push(waiting);
    });
  }

  private async work(run: string, one: Waiting<Task, Answer>): Promise<void> {
    const line: Waiting<Task, Answer>[] = [];
    this.lines.set(run, line);
    let first: Waiting<Task, Answer> | undefined = one;
    while (first !== undefined) {
      await this.settle(first, line.splice(0, MAX_GROUP - 1));
      first = line.shift();
    }
    this.lines.delete(run);
  }

  private async settle(
    first: Waiting<Task, Answer>,
    others: readonly Waiting<Task, Answer>[],
  ): Promise<void> {
    const group = [first, ...others];
    try {
      const answers = await this.write(
        first.task,
        others.map(({ task }) => task),
      );
      group.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('The record gave no answer.'));
        else resolve(answer);
      });
    } catch (error) {
      // PostgreSQL refused one of them and so wrote none. Of a connection that broke nobody knows.
      if (others.length > 0 && error instanceof DatabaseError) {
        for (const one of group) await this.settle(one, []);
        return;
      }
      for (const { reject } of group) reject(error);
    }
  }
}
