import { Turns } from './turns';

/** Work that ends when it is told to. */
function job(): { work: () => Promise<string>; end: () => void; isBegun: () => boolean } {
  let isBegun = false;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = async (): Promise<string> => {
    isBegun = true;
    await ended;
    return 'done';
  };
  return { work, end, isBegun: () => isBegun };
}

describe('Turns', () => {
  it('lets so many work, so many wait, and refuses the rest', async () => {
    const turns = new Turns(2, 1);
    const jobs = [job(), job(), job()];
    const results = jobs.map(({ work }) => turns.take(work));
    expect(jobs.map(({ isBegun }) => isBegun())).toEqual([true, true, false]);
    await expect(turns.take(job().work)).rejects.toMatchObject({ code: 429000, retryAfter: 1 });
    for (const { end } of jobs) end();
    expect(await Promise.all(results)).toEqual(['done', 'done', 'done']);
  });

  it('goes on after work that failed', async () => {
    const turns = new Turns(1, 1);
    const failing = turns.take(() => Promise.reject(new Error('no')));
    const next = turns.take(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
    expect(await turns.take(() => Promise.resolve('again'))).toBe('again');
  });
});
