import { execFileSync, spawnSync } from 'node:child_process';
import { StartError } from '../../config/start-error';

/** Who the PostgreSQL programs run as. */
export interface OsUser {
  name: string;
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root: then it is the user `postgres`, who is created when missing.
 * @returns undefined when the present user will do.
 * @throws when there is no such user and none can be created.
 */
export function postgresOsUser(log: (line: string) => void): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = lookUp('postgres');
  if (existing) return existing;
  const result = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', 'postgres'],
    {
      encoding: 'utf8',
    },
  );
  const created = lookUp('postgres');
  if (!created) {
    throw new StartError(
      'PostgreSQL does not run as root and the system user "postgres" could not be created ' +
        `(${result.error?.message ?? result.stderr.trim()}). Start Weft as another user, or set DATABASE_URL.`,
    );
  }
  log('Created the system user "postgres": PostgreSQL does not run as root.');
  return created;
}

/** Tells whether the programs of this user can reach a path: only the system knows all its rules. */
export function canEnter(user: OsUser | undefined, directory: string): boolean {
  const result = spawnSync('test', ['-x', directory], user && { uid: user.uid, gid: user.gid });
  return result.status === 0;
}

function lookUp(name: string): OsUser | undefined {
  try {
    return { name, uid: idOf('-u', name), gid: idOf('-g', name) };
  } catch {
    return undefined;
  }
}

function idOf(flag: '-u' | '-g', name: string): number {
  const output = execFileSync('id', [flag, name], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return Number.parseInt(output, 10);
}
