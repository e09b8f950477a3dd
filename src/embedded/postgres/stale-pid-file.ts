import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findProcess } from '../process/process-table';
import { stopProcess, type StopStep } from '../process/stop-process';

/**
 * PostgreSQL's own pid file holds a pid alone. After a crash that pid may belong to another program,
 * for which PostgreSQL would refuse to start; or to a server of this cluster, which is stopped.
 * @returns the pid that was stopped.
 */
export async function clearPostmasterPid(
  cluster: string,
  stopSteps: readonly StopStep[],
): Promise<number | undefined> {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const pid = Number.parseInt(readFileSync(path, 'utf8'), 10);
  const holder = Number.isInteger(pid) ? findProcess(pid) : undefined;
  const isServer = holder?.command.includes(cluster) ?? false;
  if (holder && isServer) await stopProcess(holder, stopSteps);
  rmSync(path, { force: true });
  return holder && isServer ? holder.pid : undefined;
}
