import type { Payload } from '@temporalio/common';
import { PAYLOAD_THRESHOLD, PayloadStorage } from '../../src/temporal/payload-storage';
import { createRecord, type RecordFixture } from '../support/record';

describe('payload storage', () => {
  let fixture: RecordFixture;

  beforeAll(async () => {
    fixture = await createRecord();
  });
  afterAll(() => fixture.close());

  const payload = (text: string): Payload => ({
    metadata: { encoding: Buffer.from('json/plain') },
    data: Buffer.from(JSON.stringify(text)),
  });
  const text = ({ data }: Payload): string => Buffer.from(data ?? []).toString();
  const reference = (stored: Payload): { sha256: string } =>
    JSON.parse(text(stored)) as { sha256: string };
  const large = (letter: string): Payload => payload(letter.repeat(20_000));

  it('gives back what was stored, to any process, in order', async () => {
    const payloads = [large('a'), payload('b'), large('a')];
    const stored = await new PayloadStorage(fixture.pool).encode(payloads);
    expect(stored.map(({ data }) => (data?.length ?? 0) < 200)).toEqual([true, true, true]);
    const other = new PayloadStorage(fixture.pool);
    for (const _ of ['from the database', 'from memory']) {
      const read = await other.decode(stored);
      expect(read.map(text)).toEqual(payloads.map(text));
      expect(Buffer.from(read[0]?.metadata?.encoding ?? []).toString()).toBe('json/plain');
    }
  });

  it('leaves what is small as it is, also when it looks like a reference', async () => {
    const storage = new PayloadStorage(fixture.pool);
    const [stored] = await storage.encode([large('c')]);
    const payloads = [
      { ...payload(''), data: Buffer.alloc(PAYLOAD_THRESHOLD, ' ') },
      payload(text(stored ?? {})),
    ];
    expect(await storage.encode(payloads)).toBe(payloads);
    expect(await storage.decode(payloads)).toBe(payloads);
  });

  it('leaves more in local activities, whose input costs Temporal nothing', async () => {
    const storage = new PayloadStorage(fixture.pool);
    const context = { type: 'activity', namespace: 'default', isLocal: true } as const;
    const payloads = [large('d')];
    expect(await storage.encode(payloads, context)).toBe(payloads);
    const [stored] = await storage.encode([payload('e'.repeat(40_000))], context);
    expect(reference(stored ?? {})).toMatchObject({ sha256: expect.any(String) });
  });

  it('stores the same payload once, also from many at the same time', async () => {
    const stored = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        new PayloadStorage(fixture.pool).encode(
          index % 2 === 0 ? ['x', 'y'].map(large) : ['y', 'x'].map(large),
        ),
      ),
    );
    const hashes = new Set(stored.flat().map((one) => reference(one).sha256));
    expect(hashes.size).toBe(2);
    expect(
      await fixture.one(
        `SELECT count(*)::int AS blobs FROM payload_blobs WHERE encode(hash, 'hex') = ANY ($1)`,
        [...hashes],
      ),
    ).toEqual({ blobs: 2 });
  });

  it('says what is missing', async () => {
    const stored = await new PayloadStorage(fixture.pool).encode([large('gone')]);
    await fixture.pool.query('DELETE FROM payload_blobs');
    await expect(new PayloadStorage(fixture.pool).decode(stored)).rejects.toThrow(
      'is not in the database',
    );
  });
});
