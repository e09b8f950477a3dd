import { ThreadDeadlineError, ThreadLostError, ThreadPool } from './thread-pool';

type Task = number | 'hang' | 'throw' | 'wait';

/** A thread that counts the tasks it was given. */
const pool = () =>
  new ThreadPool<Task, number>({
    size: 1,
    main: () => {
      let tasks = 0;
      return Promise.resolve((task: Task) => {
        tasks += 1;
        if (task === 'throw') throw new Error('no such task');
        if (task === 'wait') return new Promise<number>(() => undefined);
        while (task === 'hang');
        return tasks;
      });
    },
    modules: {},
    maxHeapMb: 32,
  });
const long = { deadlineMs: 30_000 };

it('keeps a thread for the next task', async () => {
  const threads = pool();
  await expect(threads.run(1, long)).resolves.toBe(1);
  await expect(threads.run(1, long)).resolves.toBe(2);
  await threads.close();
});

it('ends a thread that is over its deadline or throws, and goes on with a new one', async () => {
  const threads = pool();
  await expect(threads.run('hang', { deadlineMs: 20 })).rejects.toThrow(ThreadDeadlineError);
  await expect(threads.run('throw', long)).rejects.toThrow(ThreadLostError);
  await expect(threads.run(1, long)).resolves.toBe(1);
  await threads.close();
});

it('gives up a task whose signal is aborted', async () => {
  const threads = pool();
  const reason = new Error('not wanted any more');
  const signal = AbortSignal.abort(reason);
  await expect(threads.run('wait', { ...long, signal })).rejects.toBe(reason);
  await threads.close();
});

it('fails what is in a thread, what waits and what comes later when it is closed', async () => {
  const threads = pool();
  const tasks = [threads.run('wait', long), threads.run(1, long)];
  const outcomes = Promise.allSettled(tasks);
  await threads.close();
  tasks.push(threads.run(1, long));
  await expect(tasks[2]).rejects.toThrow(ThreadLostError);
  for (const { status } of await outcomes) expect(status).toBe('rejected');
});
