import type { Expression } from '../expression/ast';
import { isJsonObject, ownValue, type Json, type JsonObject } from '../json';
import type { Facts } from './facts';

const INDEX = /^\d+$/;

/** What the schema of a result says of a path into it. */
export type ResultPath =
  | { kind: 'found'; schema: JsonObject }
  /** The path leaves the schema: `depth` segments exist, and there the fields are `known`, or there is a list. */
  | { kind: 'missing'; depth: number; known: JsonObject | 'list' }
  /** The schema does not say. */
  | { kind: 'unknown' };

/**
 * Follows a reference to the result of a node along the schema of its type. A node with a `resultSchema` of its own
 * is open: that one is made for people who choose a field, and need not be whole.
 */
export function followResult(
  { root, path }: Extract<Expression, { kind: 'reference' }>,
  { nodes, graph }: Facts,
): ResultPath {
  if (root.kind !== 'node' || root.part !== 'result') return { kind: 'unknown' };
  const source = nodes[graph.indexById.get(root.nodeId) ?? -1];
  if (!source?.spec || source.node.resultSchema) return { kind: 'unknown' };
  return follow(source.spec.resultSchema, path);
}

function follow(schema: JsonObject, path: readonly string[]): ResultPath {
  let at: Json | undefined = schema;
  for (const [depth, segment] of path.entries()) {
    if (!isJsonObject(at)) return { kind: 'unknown' };
    if (at.type === 'array') {
      if (!INDEX.test(segment)) return { kind: 'missing', depth, known: 'list' };
      at = at.items;
      continue;
    }
    const { properties }: JsonObject = at;
    if (!isJsonObject(properties) || isOpen(at, properties)) return { kind: 'unknown' };
    at = ownValue(properties, segment);
    if (at === undefined) return { kind: 'missing', depth, known: properties };
  }
  return isJsonObject(at) ? { kind: 'found', schema: at } : { kind: 'unknown' };
}

/** In a catalog a schema that lists fields lists them all, unless it says otherwise. */
function isOpen(
  { additionalProperties, patternProperties }: JsonObject,
  properties: JsonObject,
): boolean {
  const more = additionalProperties ?? Object.keys(properties).length === 0;
  return more !== false || patternProperties !== undefined;
}
