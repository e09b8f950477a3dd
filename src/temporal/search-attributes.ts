import type { NativeConnection } from '@temporalio/worker';
import { SEARCH_ATTRIBUTES } from '../../workflows/messages';

export const SEARCH_ATTRIBUTE_NAMES: readonly string[] = Object.values(SEARCH_ATTRIBUTES);

/** Temporal's number of the type Keyword. */
const KEYWORD = 2;

/**
 * Registers the search attributes of runs before a worker starts: an upsert of an unknown one would
 * block its run for ever.
 * @returns whether they can be used
 */
export async function registerSearchAttributes(
  connection: NativeConnection,
  namespace: string,
  warn: (message: string) => void,
): Promise<boolean> {
  const names = SEARCH_ATTRIBUTE_NAMES;
  try {
    const known = await connection.operatorService.listSearchAttributes({ namespace });
    const missing = names.filter((name) => !Object.hasOwn(known.customAttributes, name));
    if (missing.length === 0) return true;
    const searchAttributes = Object.fromEntries(missing.map((name) => [name, KEYWORD]));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const flags = names.map((name) => `--name ${name} --type Keyword`).join(' ');
    warn(
      `Runs can't be searched by organization, workflow, status and wait in Temporal: the search attributes are not registered (${reason}). Register them with: temporal operator search-attribute create --namespace ${namespace} ${flags}`,
    );
    return false;
  }
}
