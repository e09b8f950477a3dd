import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadConfig } from '../config/config';
import { localKey } from './local-key';

describe('localKey', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'weft-key-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('makes one key, also for processes that start together, and keeps it', async () => {
    const dataDir = path.join(folder, 'data');
    const keys = await Promise.all(Array.from({ length: 10 }, () => localKey(dataDir)));
    const [first] = keys;
    expect(first?.id).toMatch(/^local-[0-9a-f]{12}$/);
    expect(first?.key).toHaveLength(32);
    for (const { key } of [...keys, await localKey(dataDir)]) expect(key).toEqual(first?.key);
    expect(await readdir(dataDir)).toEqual(['encryption-key']);
  });

  it('is named differently in each data directory', async () => {
    const [one, other] = [
      await localKey(path.join(folder, 'a')),
      await localKey(path.join(folder, 'b')),
    ];
    expect(one.id).not.toBe(other.id);
  });

  it('is kept as `WEFT_ENCRYPTION_KEY` takes it, for other processes', async () => {
    const { id, key } = await localKey(folder);
    const text = await readFile(path.join(folder, 'encryption-key'), 'utf8');
    expect(loadConfig({ WEFT_ENCRYPTION_KEY: text }).encryptionKeys).toEqual([{ id, key }]);
  });

  it('is read from a file without its name, too', async () => {
    const key = Buffer.alloc(32, 7);
    await writeFile(path.join(folder, 'encryption-key'), key.toString('base64'));
    expect(await localKey(folder)).toEqual({ id: expect.stringMatching(/^local-/), key });
  });

  it('can be read by its owner alone', async () => {
    await localKey(folder);
    expect((await stat(path.join(folder, 'encryption-key'))).mode & 0o777).toBe(0o600);
  });

  it('refuses a file that holds no key', async () => {
    await writeFile(path.join(folder, 'encryption-key'), 'abc');
    await expect(localKey(folder)).rejects.toThrow('does not hold 32 bytes in base64');
  });
});
