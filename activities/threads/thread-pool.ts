import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * What a thread does, given a way to load the modules named in the options. Its source text is what
 * runs in the thread, so it must use nothing from around it.
 */
export type ThreadMain<Task, Reply> = (
  load: (module: string) => unknown,
) => Promise<(task: Task) => Reply | Promise<Reply>>;

interface Options<Task, Reply> {
  /** Threads at most. They are started when they are needed and kept warm. */
  size: number;
  main: ThreadMain<Task, Reply>;
  /** Packages by the name that `main` loads them under, as paths from `require.resolve`. */
  modules: Record<string, string>;
  maxHeapMb: number;
  /** Default: none of the process's variables. */
  env?: WorkerOptions['env'];
}

interface Job<Task, Reply> {
  task: Task;
  deadlineMs: number;
  signal: AbortSignal | undefined;
  resolve: (reply: Reply) => void;
  reject: (reason: unknown) => void;
}

/** The task did not end in time; its thread was ended. */
export class ThreadDeadlineError extends Error {}

/** The thread ended: out of memory, a fault in the code it runs, or its pool was closed. */
export class ThreadLostError extends Error {}

/** Runs untrusted or heavy work off the event loop. A thread that is over its deadline is ended. */
export class ThreadPool<Task, Reply> {
  private readonly threads = new Set<Worker>();
  private readonly idle: Worker[] = [];
  private readonly waiting: Job<Task, Reply>[] = [];
  private closed = false;

  constructor(private readonly options: Options<Task, Reply>) {}

  /** The deadline counts from when a thread takes the task, not while it waits for one. */
  run(task: Task, options: { deadlineMs: number; signal?: AbortSignal }): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const { deadlineMs, signal } = options;
      this.waiting.push({ task, deadlineMs, signal, resolve, reject });
      this.next();
    });
  }

  /** Ends all threads. Tasks in them fail with {@link ThreadLostError}, and so do those that wait or come later. */
  async close(): Promise<void> {
    this.closed = true;
    this.next();
    await Promise.all([...this.threads].map((thread) => thread.terminate()));
  }

  private next(): void {
    if (this.closed) {
      for (const job of this.waiting.splice(0))
        job.reject(new ThreadLostError('The pool is closed'));
    }
    while (this.idle.length > 0 || this.threads.size < this.options.size) {
      const job = this.waiting.shift();
      if (job === undefined) return;
      if (job.signal?.aborted === true) job.reject(job.signal.reason);
      else void this.carryOut(job);
    }
  }

  private async carryOut(job: Job<Task, Reply>): Promise<void> {
    const thread = this.idle.pop() ?? this.start();
    // An idle thread must not keep the process alive; a busy one must.
    thread.ref();
    try {
      const reply = await exchange<Task, Reply>(thread, job);
      thread.unref();
      if (this.threads.has(thread)) this.idle.push(thread);
      job.resolve(reply);
    } catch (error) {
      this.threads.delete(thread);
      void thread.terminate();
      job.reject(error);
    }
    this.next();
  }

  private start(): Worker {
    const { main, modules, maxHeapMb, env = {} } = this.options;
    const thread = new Worker(`(${serve.toString()})(require, ${main.toString()})`, {
      eval: true,
      workerData: { modules },
      env,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    });
    this.threads.add(thread);
    thread.once('exit', () => {
      this.threads.delete(thread);
      const index = this.idle.indexOf(thread);
      if (index >= 0) this.idle.splice(index, 1);
    });
    return thread;
  }
}

type Message<Reply> = { kind: 'begun' } | { kind: 'done'; reply: Reply };

function exchange<Task, Reply>(thread: Worker, job: Job<Task, Reply>): Promise<Reply> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const finish = (act: () => void) => {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onLost).off('exit', onLost);
      job.signal?.removeEventListener('abort', onAbort);
      act();
    };
    const onMessage = (message: Message<Reply>) => {
      if (message.kind === 'done') {
        finish(() => {
          resolve(message.reply);
        });
      } else {
        timer = setTimeout(() => {
          finish(() => {
            reject(new ThreadDeadlineError('The time is up'));
          });
        }, job.deadlineMs);
      }
    };
    const onLost = (cause: unknown) => {
      finish(() => {
        reject(new ThreadLostError('The thread ended', { cause }));
      });
    };
    const onAbort = () => {
      finish(() => {
        reject(job.signal?.reason as Error);
      });
    };
    thread.on('message', onMessage).on('error', onLost).on('exit', onLost);
    job.signal?.addEventListener('abort', onAbort);
    thread.postMessage(job.task);
  });
}

/** Runs inside the thread. Whatever `main` throws ends the thread. */
/* istanbul ignore next: its source text runs elsewhere */
function serve(load: NodeJS.Require, main: ThreadMain<unknown, unknown>): void {
  const threads = load('node:worker_threads') as typeof import('node:worker_threads');
  const { parentPort } = threads;
  const { modules } = threads.workerData as { modules: Record<string, string> };
  const ready = main((name) => load(modules[name] ?? name) as unknown);
  parentPort?.on('message', (task: unknown) => {
    void ready.then(async (handle) => {
      parentPort.postMessage({ kind: 'begun' });
      parentPort.postMessage({ kind: 'done', reply: await handle(task) });
    });
  });
}
