import { isJsonObject, type Json, type JsonObject, ownValue, setOwn } from '../json';
import { LITERAL_FIELDS } from '../nodes/literal-fields';
import { isConditionField } from '../plan/payload';
import type { ReadProp } from './fill-expression';
import { fillKey, fillText } from './fill-text';

/** Where a prop is read: the node, then keys and positions from the node down. */
export type PropPlace = readonly [nodeId: string, ...path: (string | number)[]];

export interface PropFilling {
  /** The value of a prop, or of what is below it, read at a place; null when there is none. */
  read(path: readonly string[], place: PropPlace): Json;
  problem(place: PropPlace, message: string): void;
}

/**
 * A copy of a definition with its props filled in. The JSON is walked, never its text replaced: a value stays in
 * the place of its prop, whatever it holds. Expressions that read anything else stay for the run. Code, schemas and
 * the templates of `format` are not looked into, since no expression is evaluated there either.
 */
export function fillDefinition(definition: JsonObject, filling: PropFilling): JsonObject {
  return mapKey(definition, 'nodes', (nodes) =>
    mapValues(nodes, (node, id) => (isJsonObject(node) ? fillNode(node, [id], filling) : node)),
  );
}

function fillNode(node: JsonObject, place: PropPlace, filling: PropFilling): JsonObject {
  const type = typeOf(node);
  return mapValues(node, (value, key) => {
    if (!isJsonObject(value)) return value;
    const here = [...place, key] as const;
    if (key === 'payload') return fillPayload(type, value, here, filling);
    if (key === 'connector') return mapValues(value, fillName(here, filling));
    if (key !== 'blockContext') return value;
    return mapKey(value, 'inputMapping', (mapping) =>
      mapValues(mapping, (item, name) => fill(item, [...here, 'inputMapping', name], filling)),
    );
  });
}

/** Empty when it has none. */
export function typeOf(node: JsonObject): string {
  const type = ownValue(node, 'type');
  return typeof type === 'string' ? type : '';
}

function fillPayload(
  type: string,
  payload: JsonObject,
  place: PropPlace,
  filling: PropFilling,
): JsonObject {
  const literal = LITERAL_FIELDS.get(type) ?? [];
  return mapValues(payload, (value, key) => {
    if (literal.includes(key)) return value;
    const here = [...place, key] as const;
    if (!isConditionField(type, key)) return fill(value, here, filling);
    return fillCondition(value, here, filling, type === 'if');
  });
}

function fill(value: Json, place: PropPlace, filling: PropFilling): Json {
  if (typeof value === 'string') return fillText(value, ...at(place, filling));
  if (Array.isArray(value))
    return value.map((item, index) => fill(item, [...place, index], filling));
  if (!isJsonObject(value)) return value;
  return mapValues(value, (item, key) => fill(item, [...place, key], filling));
}

/** Only what is compared is filled in: a prop is never a condition or a list of them. */
function fillCondition(
  value: Json,
  place: PropPlace,
  filling: PropFilling,
  fillsKeys: boolean,
): Json {
  if (!isJsonObject(value)) return value;
  const filled: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const here = [...place, key] as const;
    if (key === '$and' || key === '$or') {
      const parts = Array.isArray(item)
        ? item.map((part, index) => fillCondition(part, [...here, index], filling, fillsKeys))
        : item;
      setOwn(filled, key, parts);
      continue;
    }
    const left = fillsKeys ? fillKey(key, ...at(here, filling)) : key;
    if (Object.hasOwn(filled, left)) filling.problem(here, 'Two comparisons became the same one.');
    setOwn(filled, left, fill(item, here, filling));
  }
  return filled;
}

/** Names of connectors and the like: no expression is evaluated there when the workflow runs. */
function fillName(place: PropPlace, filling: PropFilling) {
  return (value: Json, key: string): Json => {
    if (typeof value !== 'string') return value;
    const here = [...place, key] as const;
    const filled = fillText(value, ...at(here, filling));
    if (typeof filled === 'string' || typeof filled === 'number') return filled;
    filling.problem(here, 'A connector takes a text here.');
    return value;
  };
}

function at(place: PropPlace, filling: PropFilling): [ReadProp, (message: string) => void] {
  return [
    (path) => filling.read(path, place),
    (message) => {
      filling.problem(place, message);
    },
  ];
}

function mapKey(
  object: JsonObject,
  key: string,
  change: (value: JsonObject) => JsonObject,
): JsonObject {
  return mapValues(object, (value, own) =>
    own === key && isJsonObject(value) ? change(value) : value,
  );
}

function mapValues(object: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(object)) setOwn(copy, key, change(value, key));
  return copy;
}
