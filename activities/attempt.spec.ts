import { withHeartbeat } from './attempt';

afterEach(() => {
  jest.useRealTimers();
});

it('heartbeats after 2 s and every 3 s from then on, until the work ends', async () => {
  jest.useFakeTimers();
  const beats: number[] = [];
  const begun = Date.now();
  const attempt = {
    number: 1,
    signal: new AbortController().signal,
    heartbeat: () => beats.push(Date.now() - begun),
  };
  let end: (value: string) => void = () => undefined;
  const running = withHeartbeat(attempt, () => new Promise<string>((resolve) => (end = resolve)));
  await jest.advanceTimersByTimeAsync(9_000);
  expect(beats).toEqual([2_000, 5_000, 8_000]);
  end('done');
  expect(await running).toBe('done');
  await jest.advanceTimersByTimeAsync(9_000);
  expect(beats).toHaveLength(3);
});
