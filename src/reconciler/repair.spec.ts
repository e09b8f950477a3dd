import { mendEach, mendPages } from './repair';

const warnings: string[] = [];
const log = {
  info: () => undefined,
  warn: (_fields: Record<string, unknown>, message: string) => {
    warnings.push(message);
  },
};
const refused = (code: string | number, name = 'Error'): Error =>
  Object.assign(new Error('no'), { code, name });

describe('mendEach', () => {
  beforeEach(() => {
    warnings.length = 0;
  });

  it('counts what was mended, and goes on after what could not be', async () => {
    const seen: number[] = [];
    const mended = await mendEach({ log }, [1, 2, 3, 4], (item) => {
      seen.push(item);
      if (item === 1) return Promise.reject(new Error('too large'));
      return Promise.resolve(item !== 4);
    });
    expect(mended).toBe(2);
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(warnings).toEqual(['this could not be mended and will be tried again']);
  });

  it('has at most eight in hand', async () => {
    let running = 0;
    let most = 0;
    const items = Array.from({ length: 50 }, (_, index) => index);
    await mendEach({ log }, items, async () => {
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      running -= 1;
      return true;
    });
    expect(most).toBe(8);
  });

  it.each([
    ['Temporal is unavailable', Object.assign(new Error('no'), { cause: grpcError(14) })],
    ['Temporal does not answer in time', grpcError(4)],
    ['PostgreSQL refuses connections', refused('ECONNREFUSED')],
    ['PostgreSQL shuts down', refused('57P01')],
    ['the connection to PostgreSQL broke', refused('08006')],
  ])('stops when %s', async (_name, error) => {
    let calls = 0;
    const items = Array.from({ length: 50 }, (_, index) => index);
    const mending = mendEach({ log }, items, () => {
      calls += 1;
      return Promise.reject(error);
    });
    await expect(mending).rejects.toBe(error);
    expect(calls).toBeLessThanOrEqual(8);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['an argument that Temporal does not take', grpcError(3)],
    ['a row that PostgreSQL does not take', refused('22P05')],
  ])('goes on after %s', async (_name, error) => {
    expect(await mendEach({ log }, [1, 2], () => Promise.reject(error))).toBe(0);
    expect(warnings).toHaveLength(2);
  });
});

describe('mendPages', () => {
  const deps = { log };
  const round = () => ({ now: new Date(), signal: new AbortController().signal });
  const pagesOf =
    (total: number, reads: (number | undefined)[]) =>
    (limit: number, after: number | undefined) => {
      reads.push(after);
      const first = (after ?? -1) + 1;
      const length = Math.max(0, Math.min(limit, total - first));
      return Promise.resolve(Array.from({ length }, (_, index) => first + index));
    };

  it('reads on from the last item until a page is short', async () => {
    const reads: (number | undefined)[] = [];
    const read = pagesOf(450, reads);
    const mended = await mendPages(
      deps,
      round(),
      (limit, after) => read(limit, after === undefined ? undefined : Number(after)),
      String,
      () => Promise.resolve(true),
    );
    expect(mended).toBe(450);
    expect(reads).toEqual([undefined, 199, 399]);
  });

  it('leaves what is too much for one round to the next', async () => {
    const reads: (number | undefined)[] = [];
    const read = pagesOf(100_000, reads);
    const mended = await mendPages(
      deps,
      round(),
      (limit, after) => read(limit, after === undefined ? undefined : Number(after)),
      String,
      () => Promise.resolve(true),
    );
    expect(mended).toBe(2_000);
  });

  it('ends with the service', async () => {
    const stopping = new AbortController();
    const reads: (number | undefined)[] = [];
    const read = pagesOf(1_000, reads);
    await mendPages(
      deps,
      { now: new Date(), signal: stopping.signal },
      (limit, after) => read(limit, after === undefined ? undefined : Number(after)),
      String,
      () => {
        stopping.abort();
        return Promise.resolve(true);
      },
    );
    expect(reads).toEqual([undefined]);
  });
});

/** As the client of Temporal throws it: an error with a code, details and metadata. */
function grpcError(code: number): Error {
  return Object.assign(new Error('no'), { code, details: 'no', metadata: {} });
}
