import { isJsonObject, type Json, type JsonObject, ownValue } from '../json';
import { LITERAL_FIELDS } from '../nodes/literal-fields';
import { fillDefinition, type PropPlace, typeOf } from './fill-definition';

/** A place where a definition reads a prop. */
export interface PropUse {
  /** Key of the prop; empty when all props are read at once. */
  key: string;
  place: PropPlace;
}

/** Every place that {@link fillDefinition} fills in. */
export function findProps(definition: JsonObject): PropUse[] {
  const found: PropUse[] = [];
  fillDefinition(definition, {
    read: ([key = ''], place) => {
      found.push({ key, place });
      return null;
    },
    // Nothing is filled in with null that could be in the wrong place.
    problem: () => undefined,
  });
  return found;
}

const LOOKS_LIKE_PROP = /\{\{\s*\$props\b/;

/** Fields that name a prop and are never filled in: code, schemas and the like. */
export function findUnfilledProps(definition: JsonObject): PropPlace[] {
  const nodes = ownValue(definition, 'nodes');
  if (!isJsonObject(nodes)) return [];
  return Object.entries(nodes).flatMap(([id, node]): PropPlace[] => {
    if (!isJsonObject(node)) return [];
    const payload = ownValue(node, 'payload');
    if (!isJsonObject(payload)) return [];
    return (LITERAL_FIELDS.get(typeOf(node)) ?? [])
      .filter((key) => namesProp(ownValue(payload, key)))
      .map((key): PropPlace => [id, 'payload', key]);
  });
}

function namesProp(value: Json | undefined): boolean {
  if (typeof value === 'string') return LOOKS_LIKE_PROP.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(namesProp);
}
