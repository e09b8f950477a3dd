import { RequestWindow, WINDOW_MS } from './request-window';

const NOW = 1_000 * WINDOW_MS + 15_000;

function taken(window: RequestWindow, limit: number, now = NOW): number {
  let count = 0;
  while (window.take(limit, now).isAllowed) count += 1;
  return count;
}

describe('RequestWindow', () => {
  it('lets in as many as the limit says, and tells what is left', () => {
    const window = new RequestWindow();
    expect(window.take(3, NOW)).toEqual({
      ...{ isAllowed: true, limit: 3, remaining: 2, resetSeconds: 45 },
    });
    expect(taken(window, 3)).toBe(2);
    expect(window.take(3, NOW)).toMatchObject({ isAllowed: false, remaining: 0 });
  });

  it('begins anew with each minute', () => {
    const window = new RequestWindow();
    expect(taken(window, 3)).toBe(3);
    expect(taken(window, 3, NOW + 44_999)).toBe(0);
    expect(taken(window, 3, NOW + 45_000)).toBe(3);
  });

  it('counts what other processes have let in', () => {
    const window = new RequestWindow();
    window.take(10, NOW);
    expect(window.hand()).toEqual({ minute: 1_000, count: 1 });
    window.take(10, NOW);
    window.learn(1_000, 6);
    expect(taken(window, 10)).toBe(3);
    expect(window.hand()).toEqual({ minute: 1_000, count: 4 });
    expect(window.hand()).toBeUndefined();
  });

  it('forgets what others said of another minute', () => {
    const window = new RequestWindow();
    window.take(10, NOW);
    window.learn(999, 10);
    expect(taken(window, 10)).toBe(9);
  });

  it('is over when its minute is and all is told', () => {
    const window = new RequestWindow();
    window.take(10, NOW);
    expect(window.isOver(NOW + WINDOW_MS)).toBe(false);
    window.hand();
    expect(window.isOver(NOW)).toBe(false);
    expect(window.isOver(NOW + WINDOW_MS)).toBe(true);
  });
});
