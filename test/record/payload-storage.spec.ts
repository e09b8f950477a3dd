import type { Payload } from '@temporalio/common';
import { PayloadStorage } from '../../src/temporal/payload-storage';
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

  it('gives back what was stored, to any process, in order', async () => {
    const payloads = ['a'.repeat(20_000), 'b', 'a'.repeat(20_000)].map(payload);
    const claims = await new PayloadStorage(fixture.pool).store({}, payloads);
    const other = new PayloadStorage(fixture.pool);
    for (const _ of ['from the database', 'from memory']) {
      const read = await other.retrieve({}, claims);
      expect(read.map(text)).toEqual(payloads.map(text));
      expect(Buffer.from(read[0]?.metadata?.encoding ?? []).toString()).toBe('json/plain');
    }
  });

  it('stores the same payload once, also from many at the same time', async () => {
    const stored = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        new PayloadStorage(fixture.pool).store(
          {},
          index % 2 === 0 ? ['x', 'y'].map(payload) : ['y', 'x'].map(payload),
        ),
      ),
    );
    const hashes = new Set(stored.flat().map(({ claimData }) => claimData.sha256));
    expect(hashes.size).toBe(2);
    expect(
      await fixture.one(
        `SELECT count(*)::int AS blobs FROM payload_blobs WHERE encode(hash, 'hex') = ANY ($1)`,
        [...hashes],
      ),
    ).toEqual({ blobs: 2 });
  });

  it('says what is missing', async () => {
    const storage = new PayloadStorage(fixture.pool);
    const [claim] = await storage.store({}, [payload('gone')]);
    await fixture.pool.query('DELETE FROM payload_blobs');
    await expect(
      new PayloadStorage(fixture.pool).retrieve({}, claim ? [claim] : []),
    ).rejects.toThrow('is not in the database');
  });
});
