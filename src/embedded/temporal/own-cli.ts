import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isOlder, OLDEST_CLI_VERSION, parseCliVersion } from './cli-release';

/**
 * The Temporal CLI that the user has: `TEMPORAL_CLI_PATH`, else `temporal` on the PATH.
 * @throws when `TEMPORAL_CLI_PATH` names none: what is asked for by name is not replaced in silence.
 */
export function findOwnCli(
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): string | undefined {
  const named = env.TEMPORAL_CLI_PATH;
  if (named) {
    const problem = problemOf(named);
    if (problem !== undefined) throw new Error(`TEMPORAL_CLI_PATH: ${named} ${problem}.`);
    return named;
  }
  for (const directory of (env.PATH ?? '').split(delimiter)) {
    const file = join(directory, 'temporal');
    if (directory === '' || !isExecutableFile(file)) continue;
    const problem = problemOf(file);
    if (problem === undefined) return file;
    log(`${file} is left aside: it ${problem}.`);
  }
  return undefined;
}

function problemOf(file: string): string | undefined {
  if (!isExecutableFile(file)) return 'is no program that can be run';
  const result = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  const version = result.status === 0 ? parseCliVersion(result.stdout) : undefined;
  if (version === undefined) return 'is not the Temporal CLI';
  if (isOlder(version, OLDEST_CLI_VERSION)) {
    return `is version ${version}, and ${OLDEST_CLI_VERSION} is the oldest that will do`;
  }
  return undefined;
}

export function isExecutableFile(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
