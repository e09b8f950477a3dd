import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataDirInUseError, lockDataDir } from './data-dir-lock';
import { thisProcess } from './process-table';

let dataDir: string;
const lockFile = () => join(dataDir, 'lock.json');

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'weft-lock-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

it('names its owner and leaves nothing behind', () => {
  const unlock = lockDataDir(dataDir);
  expect(JSON.parse(readFileSync(lockFile(), 'utf8'))).toEqual(thisProcess());
  unlock();
  expect(readdirSync(dataDir)).toEqual([]);
});

it('is refused while the owner is alive, naming it', () => {
  const unlock = lockDataDir(dataDir);
  expect(() => lockDataDir(dataDir)).toThrow(DataDirInUseError);
  expect(() => lockDataDir(dataDir)).toThrow(
    `Weft is already running on ${dataDir} (process ${process.pid}). ` +
      'Stop that one first, or set WEFT_DATA_DIR to another folder.',
  );
  unlock();
});

it.each([
  ['whose process is gone', { pid: 2 ** 22 + 1, startedAt: 'boot:1' }],
  ['whose pid was given to another process', { pid: process.pid, startedAt: 'boot:1' }],
])('replaces a lock %s', (_case, owner) => {
  writeFileSync(lockFile(), JSON.stringify(owner));
  const unlock = lockDataDir(dataDir);
  expect(JSON.parse(readFileSync(lockFile(), 'utf8'))).toEqual(thisProcess());
  expect(readdirSync(dataDir)).toEqual(['lock.json']);
  unlock();
});

it.each(['', '{"pid":', '[]', '{"pid":"1","startedAt":"x"}', '{"pid":0,"startedAt":"x"}'])(
  'replaces a lock that names nobody: %j',
  (content) => {
    writeFileSync(lockFile(), content);
    const unlock = lockDataDir(dataDir);
    expect(JSON.parse(readFileSync(lockFile(), 'utf8'))).toEqual(thisProcess());
    unlock();
  },
);

it('does not remove a lock that has become another process’s', () => {
  const unlock = lockDataDir(dataDir);
  writeFileSync(lockFile(), JSON.stringify({ pid: 1, startedAt: 'other' }));
  unlock();
  expect(readdirSync(dataDir)).toEqual(['lock.json']);
});
