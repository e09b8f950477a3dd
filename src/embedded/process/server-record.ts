import { join } from 'node:path';
import { findProcess, isRunning, type ProcessRef } from './process-table';
import { isProcessRef, readStateFile, removeStateFile, writeStateFile } from './state-file';
import { stopProcess, type StopStep } from './stop-process';

export type ServerName = 'postgres' | 'temporal';

/** Remembers which process serves which part, for the start that comes after a `kill -9`. */
export class ServerRecord {
  constructor(private readonly dataDir: string) {}

  /** Records a server just spawned. Synchronous: nothing may come between the spawn and this. */
  add(name: ServerName, pid: number): ProcessRef | undefined {
    const found = findProcess(pid);
    if (!found) return undefined;
    const ref = { pid, startedAt: found.startedAt };
    writeStateFile(this.path(name), ref);
    return ref;
  }

  remove(name: ServerName): void {
    removeStateFile(this.path(name));
  }

  /** The server that an earlier owner left running, if it still does. */
  orphan(name: ServerName): ProcessRef | undefined {
    const recorded = readStateFile(this.path(name));
    return isProcessRef(recorded) && isRunning(recorded) ? recorded : undefined;
  }

  /** Returns the pid of the orphan that was stopped. */
  async stopOrphan(name: ServerName, steps: readonly StopStep[]): Promise<number | undefined> {
    const orphan = this.orphan(name);
    if (orphan) await stopProcess(orphan, steps);
    this.remove(name);
    return orphan?.pid;
  }

  private path(name: ServerName): string {
    return join(this.dataDir, `${name}.pid.json`);
  }
}
