import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, type ProcessRef } from './process-table';

/** What to send, and for how long to wait before the next one. */
export interface StopStep {
  signal: NodeJS.Signals;
  graceMs: number;
}

const POLL_MS = 20;

/**
 * Ends one process, also one that is no child of ours, and resolves when it is gone.
 * @throws when it outlives the last step.
 */
export async function stopProcess(target: ProcessRef, steps: readonly StopStep[]): Promise<void> {
  for (const { signal, graceMs } of steps) {
    if (!isRunning(target)) return;
    sendSignal(target.pid, signal);
    const deadline = Date.now() + graceMs;
    while (Date.now() < deadline) {
      if (!isRunning(target)) return;
      await sleep(POLL_MS);
    }
  }
  if (isRunning(target)) throw new Error(`Process ${target.pid} does not stop.`);
}

/** Sends a signal to a process that may have ended meanwhile. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
