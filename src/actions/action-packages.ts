import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Action } from '../../activities/action';
import { StartError } from '../config/start-error';

/**
 * Actions of an operator's own: each package, found from the working directory, exports a list named
 * `actions`. Throws {@link StartError}.
 */
export async function loadActionPackages(names: readonly string[]): Promise<Action[]> {
  const from = createRequire(join(process.cwd(), 'package.json'));
  const loaded = await Promise.all(names.map((name) => load(name, from)));
  return loaded.flat();
}

async function load(name: string, from: NodeJS.Require): Promise<Action[]> {
  const refuse = (why: string, cause?: unknown): StartError =>
    new StartError(`WEFT_ACTION_PACKAGES names ${name}, which ${why}.`, { cause });
  let actions: unknown;
  try {
    ({ actions } = (await import(from.resolve(name))) as { actions?: unknown });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw refuse(`can't be loaded: ${reason}`, error);
  }
  if (!Array.isArray(actions)) throw refuse('exports no list named `actions`');
  return actions as Action[];
}
