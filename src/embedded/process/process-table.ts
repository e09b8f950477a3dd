import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A pid alone may be given to another program later; with its start it names one process for good. */
export interface ProcessRef {
  pid: number;
  startedAt: string;
}

export interface RunningProcess extends ProcessRef {
  command: string;
}

/** The process that has this pid now, or undefined. A zombie has ended and counts as gone. */
export function findProcess(pid: number): RunningProcess | undefined {
  return process.platform === 'linux' ? findInProcfs(pid) : findWithPs(pid);
}

export function isRunning(ref: ProcessRef): boolean {
  return findProcess(ref.pid)?.startedAt === ref.startedAt;
}

/** The running process itself, as others will see it. */
export function thisProcess(): ProcessRef {
  const found = findProcess(process.pid);
  if (!found) throw new Error(`Process ${process.pid} cannot see itself in the process table.`);
  return { pid: found.pid, startedAt: found.startedAt };
}

/** Slim container images have no `ps`, so Linux reads /proc. Field numbers: proc_pid_stat(5). */
export function findInProcfs(pid: number): RunningProcess | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The second field is the program's name in brackets, which may itself hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  const ticksSinceBoot = fields[19];
  if (state === 'Z' || state === 'X' || ticksSinceBoot === undefined) return undefined;
  const boot = readIfThere('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  const command = readIfThere(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() ?? '';
  return { pid, startedAt: `${boot}:${ticksSinceBoot}`, command };
}

export function findWithPs(pid: number): RunningProcess | undefined {
  let line: string;
  try {
    line = execFileSync('ps', ['-ww', '-o', 'stat=,lstart=,command=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
  const match = /^(\S+)\s+(\w+\s+\w+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/s.exec(line);
  if (match?.[1] === undefined || match[2] === undefined || match[1].startsWith('Z')) {
    return undefined;
  }
  return { pid, startedAt: match[2].replaceAll(/\s+/g, ' '), command: match[3] ?? '' };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
