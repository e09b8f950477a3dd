import { isJsonObject, type Json, type JsonObject, mapValues, setOwn } from '../json';
import { LITERAL_FIELDS } from '../nodes/literal-fields';
import { isConditionField } from './payload';

/** The node, then keys and positions from the node down. */
export type NodePlace = readonly [nodeId: string, ...path: (string | number)[]];

/** Changes the strings of a payload in which expressions are evaluated. */
export interface TextChange {
  text(source: string, place: NodePlace): Json;
  /** The left side of a comparison of an `if`, which is a key. */
  key(source: string, place: NodePlace): string;
  /** Two comparisons became the same one. */
  clash(place: NodePlace): void;
}

/** A copy of a payload with its strings changed. Code, schemas and other literal fields stay as they are. */
export function mapPayload(
  type: string,
  payload: JsonObject,
  place: NodePlace,
  change: TextChange,
): JsonObject {
  const literal = LITERAL_FIELDS.get(type) ?? [];
  return mapValues(payload, (value, key) => {
    if (literal.includes(key)) return value;
    const here = [...place, key] as const;
    if (!isConditionField(type, key)) return mapTexts(value, here, change);
    return mapCondition(value, here, change, type === 'if');
  });
}

/** A copy of a value with every string in it changed. Keys stay. */
export function mapTexts(value: Json, place: NodePlace, change: TextChange): Json {
  if (typeof value === 'string') return change.text(value, place);
  if (Array.isArray(value))
    return value.map((item, index) => mapTexts(item, [...place, index], change));
  if (!isJsonObject(value)) return value;
  return mapValues(value, (item, key) => mapTexts(item, [...place, key], change));
}

/** Only what is compared is changed: no text is a condition or a list of them. */
function mapCondition(
  value: Json,
  place: NodePlace,
  change: TextChange,
  changesKeys: boolean,
): Json {
  if (!isJsonObject(value)) return value;
  const mapped: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const here = [...place, key] as const;
    if (key === '$and' || key === '$or') {
      const parts = Array.isArray(item)
        ? item.map((part, index) => mapCondition(part, [...here, index], change, changesKeys))
        : item;
      setOwn(mapped, key, parts);
      continue;
    }
    const left = changesKeys ? change.key(key, here) : key;
    if (Object.hasOwn(mapped, left)) change.clash(here);
    setOwn(mapped, left, mapTexts(item, here, change));
  }
  return mapped;
}
