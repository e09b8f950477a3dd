import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in these, whatever the kernel's own rate is. */
const TICKS_PER_SECOND = 100;

interface Stat {
  parent: number;
  ticks: number;
}

/**
 * Milliseconds of processor time that a process and its children use and have used. Undefined where there is
 * no `/proc`. PostgreSQL has a process for each connection.
 */
export function processorTimeOf(pid: number): number | undefined {
  const own = readStat(pid);
  if (!own) return undefined;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(Number(name)))
    .filter((stat) => stat?.parent === pid);
  const ticks = children.reduce((sum, stat) => sum + (stat?.ticks ?? 0), own.ticks);
  return (ticks / TICKS_PER_SECOND) * 1000;
}

function readStat(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program is in brackets and may hold anything; then come state, parent ...
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (index: number): number => fields[index] ?? 0;
    // utime, stime, and those of children that have ended.
    return { parent: at(1), ticks: at(11) + at(12) + at(13) + at(14) };
  } catch {
    return undefined;
  }
}
