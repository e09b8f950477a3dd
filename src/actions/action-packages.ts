import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Action } from '../../activities/action';

/**
 * Actions of an operator's own: each package, found from the working directory, exports a list named
 * `actions`.
 */
export async function loadActionPackages(names: readonly string[]): Promise<Action[]> {
  const from = createRequire(join(process.cwd(), 'package.json'));
  const loaded = await Promise.all(
    names.map(async (name) => {
      const { actions } = (await import(from.resolve(name))) as { actions?: Action[] };
      if (!Array.isArray(actions)) {
        throw new Error(`The action package ${name} exports no list named \`actions\`.`);
      }
      return actions;
    }),
  );
  return loaded.flat();
}
