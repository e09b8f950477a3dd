import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { WrappingKey } from './sealer';

const fileIn = (dataDir: string): string => path.join(dataDir, 'encryption-key');

export function hasLocalKey(dataDir: string): boolean {
  return existsSync(fileIn(dataDir));
}

/**
 * The key of an installation that was given none: made at the first start, kept in the data directory
 * and readable by its owner alone. Who loses the file loses the secrets.
 */
export async function localKey(dataDir: string): Promise<WrappingKey> {
  const file = fileIn(dataDir);
  await mkdir(dataDir, { recursive: true });
  const own = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(own, textOf(randomBytes(32)), { mode: 0o600, flag: 'wx' });
  try {
    // A link is made whole or not at all, and only by one of two processes.
    await link(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(own);
  }
  const text = await readFile(file, 'utf8');
  const key = Buffer.from(text.slice(text.indexOf(':') + 1), 'base64');
  if (key.length !== 32) throw new Error(`${file} does not hold 32 bytes in base64.`);
  return { id: nameOf(key), key };
}

/** With its name, so that the file holds what `WEFT_ENCRYPTION_KEY` takes. */
function textOf(key: Buffer): string {
  return `${nameOf(key)}:${key.toString('base64')}`;
}

/** Two data directories have two keys, which are not to be taken for each other. */
function nameOf(key: Buffer): string {
  return `local-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`;
}
