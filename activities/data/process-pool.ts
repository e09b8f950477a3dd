import { type ChildProcess, spawn } from 'node:child_process';
import { queryProcess, type QueryReply, type QueryTask } from './query-process';

/** Memory of JavaScript in one process: a result that does not fit ends it. */
const HEAP_MB = 160;

/** The task did not end in time; its process was ended. */
export class QueryDeadlineError extends Error {}
/** The process ended by itself: its memory was not enough. */
export class QueryLostError extends Error {}
/** Too many tasks wait. */
export class QueriesBusyError extends Error {}

interface Job {
  task: QueryTask;
  deadlineMs: number;
  signal: AbortSignal | undefined;
  resolve: (reply: QueryReply) => void;
  reject: (reason: unknown) => void;
}

/**
 * Carries out statements in processes that can be ended: SQLite does not give up a statement for a thread
 * that is to end, and would keep the whole service busy. A process has one task at a time.
 */
export class QueryProcesses {
  private readonly idle: ChildProcess[] = [];
  private readonly all = new Set<ChildProcess>();
  private readonly waiting: Job[] = [];
  private closed = false;

  constructor(private readonly limits: { processes: number; waiting: number }) {}

  /** The deadline counts from when a process takes the task. */
  run(
    task: QueryTask,
    { deadlineMs, signal }: { deadlineMs: number; signal?: AbortSignal },
  ): Promise<QueryReply> {
    return new Promise((resolve, reject) => {
      if (this.closed || this.waiting.length >= this.limits.waiting) {
        reject(new QueriesBusyError());
        return;
      }
      this.waiting.push({ task, deadlineMs, signal, resolve, reject });
      this.next();
    });
  }

  close(): void {
    this.closed = true;
    for (const job of this.waiting.splice(0)) job.reject(new QueriesBusyError());
    for (const child of this.all) child.kill('SIGKILL');
  }

  private next(): void {
    while (this.idle.length > 0 || this.all.size < this.limits.processes) {
      const job = this.waiting.shift();
      if (job === undefined) return;
      if (job.signal?.aborted === true) job.reject(job.signal.reason);
      else this.carryOut(this.idle.pop() ?? this.start(), job);
    }
  }

  private carryOut(child: ChildProcess, job: Job): void {
    const finish = (settle: () => void, keep: boolean): void => {
      clearTimeout(timer);
      job.signal?.removeEventListener('abort', onAbort);
      child.off('message', onMessage).off('exit', onExit);
      if (keep) this.idle.push(child);
      else this.end(child);
      settle();
      this.next();
    };
    const onMessage = (reply: QueryReply): void => {
      finish(() => {
        job.resolve(reply);
      }, true);
    };
    const onExit = (): void => {
      finish(() => {
        job.reject(new QueryLostError());
      }, false);
    };
    const onAbort = (): void => {
      finish(() => {
        job.reject(job.signal?.reason);
      }, false);
    };
    const timer = setTimeout(() => {
      finish(() => {
        job.reject(new QueryDeadlineError());
      }, false);
    }, job.deadlineMs);
    child.on('message', onMessage).on('exit', onExit);
    job.signal?.addEventListener('abort', onAbort);
    child.send(job.task, (error) => {
      if (error !== null) onExit();
    });
  }

  private end(child: ChildProcess): void {
    this.all.delete(child);
    child.kill('SIGKILL');
  }

  private start(): ChildProcess {
    const libsql = JSON.stringify(require.resolve('@libsql/client'));
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${HEAP_MB}`, '-e', `(${queryProcess.toString()})(require, ${libsql})`],
      { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: {}, serialization: 'json' },
    );
    this.all.add(child);
    // It must not keep a process alive that is done otherwise.
    child.unref();
    child.channel?.unref();
    child.once('exit', () => {
      this.all.delete(child);
      const index = this.idle.indexOf(child);
      if (index >= 0) this.idle.splice(index, 1);
    });
    child.on('error', () => undefined);
    return child;
  }
}
