import { toExample } from './to-example';

describe('toExample', () => {
  it('gives ids, times and secrets that are always the same', () => {
    const [one, two] = ['wf_0VcP4co82crQ1In1pjgY4e', 'wf_0VcP60iRS6VYUSQQyha9Nw'];
    const given = {
      id: one,
      other: two,
      again: one,
      createdAt: new Date().toISOString(),
      key: 'b3sk_1',
    };
    expect(toExample({ ...given, [two]: 1 })).toEqual({
      id: 'wf_0VbXkD2mQ8sTzLr5HwYc1u',
      other: 'wf_0VbXkD2mQ8sTzLr5HwYc1v',
      again: 'wf_0VbXkD2mQ8sTzLr5HwYc1u',
      wf_0VbXkD2mQ8sTzLr5HwYc1v: 1,
      createdAt: '2026-01-15T09:30:00.000Z',
      key: 'b3sk_...',
    });
  });

  it('shortens lists', () => {
    expect(toExample({ items: [1, 2, 3] })).toEqual({ items: [1, 2] });
  });
});
