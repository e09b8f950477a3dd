import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../../config/start-error';
import { isRunning, thisProcess, type ProcessRef } from './process-table';
import { isProcessRef, readStateFile, removeStateFile, temporaryBeside } from './state-file';

export class DataDirInUseError extends StartError {
  override readonly name = 'DataDirInUseError';

  constructor(dataDir: string, owner: ProcessRef) {
    super(
      `Weft is already running on ${dataDir} (process ${owner.pid}). ` +
        'Stop that one first, or set WEFT_DATA_DIR to another folder.',
    );
  }
}

const ATTEMPTS = 5;

/**
 * Takes the data directory for this process and returns what gives it back.
 *
 * The lock names its owner, so that it is worth nothing the moment the owner is gone: a start right
 * after `kill -9` does not wait for a time-out, which locks that are kept fresh by a timer need.
 * @throws DataDirInUseError while the owner is alive.
 */
export function lockDataDir(dataDir: string): () => void {
  const path = join(dataDir, 'lock.json');
  const self = thisProcess();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (createExclusively(path, self)) {
      return () => {
        if (isSame(readStateFile(path), self)) removeStateFile(path);
      };
    }
    const owner = readStateFile(path);
    if (isProcessRef(owner) && isRunning(owner)) throw new DataDirInUseError(dataDir, owner);
    moveAside(path, owner);
  }
  throw new Error(`Could not take ${path}: other starts keep taking it.`);
}

/** A link appears at once and whole, and fails when the name is taken. */
function createExclusively(path: string, owner: ProcessRef): boolean {
  const temporary = temporaryBeside(path);
  writeFileSync(temporary, `${JSON.stringify(owner)}\n`, { mode: 0o600 });
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Removes a dead owner's lock; puts it back when another start has replaced it since it was read. */
function moveAside(path: string, deadOwner: unknown): void {
  const aside = temporaryBeside(path);
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readStateFile(aside);
  if (isProcessRef(moved) && !isSame(deadOwner, moved)) renameSync(aside, path);
  else rmSync(aside, { force: true });
}

function isSame(value: unknown, ref: ProcessRef): boolean {
  return isProcessRef(value) && value.pid === ref.pid && value.startedAt === ref.startedAt;
}
