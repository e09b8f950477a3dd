import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StartError } from '../../config/start-error';
import { canEnter, type OsUser } from './os-user';

/** Where to keep what the user `postgres` must reach, when the data directory is closed to others. */
export const SYSTEM_STATE_DIR = '/var/lib/weft';

/**
 * The folder of the cluster, which need not exist yet. It is `postgres` in the data directory; below
 * a folder that only root can enter, that is a link to the real place.
 * @throws when a cluster is there and this user can't use it.
 */
export function findClusterDirectory(
  dataDir: string,
  user: OsUser | undefined,
  log: (line: string) => void,
): string {
  const path = join(dataDir, 'postgres');
  if (existsSync(path)) {
    const cluster = realpathSync(path);
    refuseForeign(cluster, user);
    if (isLink(path)) log(`The database is kept in ${cluster}.`);
    return cluster;
  }
  // A link to nothing is what a start leaves that was killed before the cluster was made.
  if (isLink(path)) rmSync(path);
  if (letIn(user, dataDir)) return path;
  const name = `${basename(dirname(dataDir))}-${randomBytes(6).toString('hex')}`;
  const cluster = join(SYSTEM_STATE_DIR, name, 'postgres');
  mkdirSync(dirname(cluster), { recursive: true, mode: 0o755 });
  symlinkSync(cluster, path);
  log(`The user "${user?.name ?? ''}" can't enter ${dataDir}: the database is kept in ${cluster}.`);
  return cluster;
}

/** Opens the data directory itself for passing through, which shows nothing: all in it is closed. */
function letIn(user: OsUser | undefined, dataDir: string): boolean {
  if (canEnter(user, dataDir)) return true;
  if (!canEnter(user, dirname(dataDir))) return false;
  chmodSync(dataDir, statSync(dataDir).mode | 0o011);
  return canEnter(user, dataDir);
}

function refuseForeign(cluster: string, user: OsUser | undefined): void {
  const owner = statSync(cluster).uid;
  const wanted = user?.uid ?? process.getuid?.();
  if (owner !== wanted) {
    throw new StartError(
      `The database in ${cluster} belongs to user ${owner}, and this start would run it as user ` +
        `${wanted ?? '?'}. Start Weft as the user who made it, or set WEFT_DATA_DIR to another folder.`,
    );
  }
  if (!canEnter(user, cluster)) {
    throw new StartError(
      `The user "${user?.name ?? ''}" can no longer enter ${cluster}. Make the folders above it ` +
        'enterable (chmod o+x), or set WEFT_DATA_DIR to another folder.',
    );
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
