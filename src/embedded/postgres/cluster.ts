import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../../config/start-error';
import { serverEnvironment } from '../process/server-process';
import type { PostgresBinaries } from './binaries';
import type { OsUser } from './os-user';

export const SUPERUSER = 'weft';

export interface ClusterPlace {
  directory: string;
  /** Holds the superuser's password, readable by its owner alone. */
  passwordFile: string;
}

export interface ClusterRun {
  user: OsUser | undefined;
  /** Whether the cluster is to survive a crash of the machine. */
  fsync: boolean;
}

/**
 * Makes the cluster when there is none, and returns its password.
 * @throws when it was made by another major version or its password is lost.
 */
export async function ensureCluster(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  run: ClusterRun,
): Promise<string> {
  const versionFile = join(place.directory, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    const password = randomBytes(24).toString('base64url');
    await writeFile(place.passwordFile, `${password}\n`, { mode: 0o600 });
    await createCluster(place.directory, password, binaries, run);
    return password;
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== binaries.majorVersion) {
    throw new StartError(
      `The database in ${place.directory} was made by PostgreSQL ${version}; this is ` +
        `${binaries.majorVersion}. Dump it with the old version, or set WEFT_DATA_DIR to another folder.`,
    );
  }
  if (!existsSync(place.passwordFile)) {
    throw new StartError(
      `The password of the database in ${place.directory} is lost: ${place.passwordFile}.`,
    );
  }
  return readFileSync(place.passwordFile, 'utf8').trim();
}

async function createCluster(
  directory: string,
  password: string,
  binaries: PostgresBinaries,
  { user, fsync }: ClusterRun,
): Promise<void> {
  // Made under another name, so that a start killed in the middle leaves no half cluster behind.
  const unfinished = `${directory}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  const scratch = await mkdtemp(join(tmpdir(), 'weft-initdb-'));
  try {
    const passwordFile = join(scratch, 'password');
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user) {
      for (const path of [unfinished, scratch, passwordFile]) await chown(path, user.uid, user.gid);
    }
    await promisify(execFile)(
      binaries.initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // Sorts by code point and knows the case of all letters, the same on every system.
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
        '--lc-messages=C',
        '--no-instructions',
        ...(fsync ? [] : ['--no-sync']),
      ],
      {
        cwd: '/',
        env: serverEnvironment(),
        ...(user && { uid: user.uid, gid: user.gid }),
      },
    );
    await rename(unfinished, directory);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
