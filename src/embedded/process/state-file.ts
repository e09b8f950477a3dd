import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { ProcessRef } from './process-table';

/** Written beside and renamed, so that a reader (or a crash) never meets half a file. */
export function writeStateFile(path: string, content: unknown): void {
  const temporary = temporaryBeside(path);
  writeFileSync(temporary, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  renameSync(temporary, path);
}

/** The parsed content; undefined when the file is missing or is no JSON. */
export function readStateFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (missing || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function removeStateFile(path: string): void {
  rmSync(path, { force: true });
}

export function temporaryBeside(path: string): string {
  return `${path}.${process.pid}.${Math.random().toString(36).slice(2)}.tmp`;
}

export function isProcessRef(value: unknown): value is ProcessRef {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, startedAt } = value as Record<string, unknown>;
  return Number.isInteger(pid) && Number(pid) > 0 && typeof startedAt === 'string';
}
