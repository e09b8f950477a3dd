import { idFromDigest, newId } from './ids';

describe('newId', () => {
  it('is the prefix and 22 letters and digits', () => {
    expect(newId('run')).toMatch(/^run_[0-9A-Za-z]{22}$/);
  });

  it('sorts by time in byte order', () => {
    const times = [0, 1, 61, 62, 1_700_000_000_000, 1_700_000_000_001, 4_000_000_000_000];
    const ids = times.map((time) => newId('run', time));
    expect([...ids].sort()).toEqual(ids);
  });

  it('writes the time with a fixed width', () => {
    expect(newId('wf', 62).slice(0, 11)).toBe('wf_00000010');
  });

  it('differs each time', () => {
    const ids = new Set(Array.from({ length: 10_000 }, () => newId('run', 5)));
    expect(ids.size).toBe(10_000);
  });
});

describe('idFromDigest', () => {
  it('gives the same id for the same bytes', () => {
    const id = idFromDigest('run', Uint8Array.of(1, 2, 3));
    expect(id).toBe(idFromDigest('run', Uint8Array.of(1, 2, 3)));
    expect(id).toBe('run_0000000000000000000HBL');
    expect(id).not.toBe(idFromDigest('run', Uint8Array.of(1, 2, 4)));
  });
});
