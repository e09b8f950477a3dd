import { setTimeout as pause } from 'node:timers/promises';

/** Resident memory once garbage is collected and timers have settled. */
export async function residentMemory(): Promise<{ rss: number }> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await pause(500);
  }
  return { rss: process.memoryUsage.rss() };
}

export function processorTime(): Promise<number> {
  const { user, system } = process.cpuUsage();
  return Promise.resolve((user + system) / 1000);
}
