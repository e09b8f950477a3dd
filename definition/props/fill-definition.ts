import {
  isJsonObject,
  type Json,
  type JsonObject,
  mapObjectAt,
  mapValues,
  ownValue,
} from '../json';
import { mapPayload, mapTexts, type NodePlace, type TextChange } from '../plan/map-payload';
import type { ReadProp } from './fill-expression';
import { fillKey, fillText } from './fill-text';

/** Where a prop is read. */
export type PropPlace = NodePlace;

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
  return mapObjectAt(definition, 'nodes', (nodes) =>
    mapValues(nodes, (node, id) => (isJsonObject(node) ? fillNode(node, [id], filling) : node)),
  );
}

function fillNode(node: JsonObject, place: PropPlace, filling: PropFilling): JsonObject {
  const type = typeOf(node);
  const change = changeBy(filling);
  return mapValues(node, (value, key) => {
    if (!isJsonObject(value)) return value;
    const here = [...place, key] as const;
    if (key === 'payload') return mapPayload(type, value, here, change);
    if (key === 'connector') return mapValues(value, fillName(here, filling));
    if (key !== 'blockContext') return value;
    return mapObjectAt(value, 'inputMapping', (mapping) =>
      mapValues(mapping, (item, name) => mapTexts(item, [...here, 'inputMapping', name], change)),
    );
  });
}

function changeBy(filling: PropFilling): TextChange {
  return {
    text: (source, place) => fillText(source, ...at(place, filling)),
    key: (source, place) => fillKey(source, ...at(place, filling)),
    clash: (place) => {
      filling.problem(place, 'Two comparisons became the same one.');
    },
  };
}

/** Empty when it has none. */
export function typeOf(node: JsonObject): string {
  const type = ownValue(node, 'type');
  return typeof type === 'string' ? type : '';
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
