import { type JsonObject, ownValue, setOwn } from '../../definition/json';
import { propsRead } from '../../definition/plan/reads';
import { ApiError } from '../common/errors';
import type { Runnable } from '../workflows/runnable-versions.service';

/**
 * The values of `$props` that a run keeps, as they are: those that its definition reads. Throws 400 for one that the
 * definition calls sensitive, since whoever may see the run could read it.
 */
export function propsOf(
  { definition, plan }: Pick<Runnable, 'definition' | 'plan'>,
  given: JsonObject,
): JsonObject {
  const names = Object.keys(given);
  if (names.length === 0) return given;
  const read = propsRead(plan);
  const kept: JsonObject = {};
  for (const name of names) {
    if (read === 'all' || read.has(name)) setOwn(kept, name, ownValue(given, name) ?? null);
  }
  const sensitive = (definition.sensitivePropKeys ?? []).filter((key) => Object.hasOwn(kept, key));
  if (sensitive.length > 0) throw ApiError.fields(sensitive.map(problemOf));
  return kept;
}

function problemOf(key: string): { field: string; message: string } {
  const field = `propValues.${key}`;
  const message = `${field} is sensitive, and a run keeps its values readable: put it into the definition, at a place where secrets are sealed, such as headers.authorization`;
  return { field, message };
}
