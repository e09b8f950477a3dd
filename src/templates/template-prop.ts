import { isJsonObject, type Json, type JsonObject, ownValue } from '../../definition/json';

export type PropType = 'string' | 'number' | 'integer' | 'boolean' | 'object';

/** A value that whoever makes a workflow from the template gives. Read as `{{$props.<key>}}`. */
export interface TemplateProp {
  key: string;
  name?: string;
  type: PropType;
  description?: string;
  required?: boolean;
  default?: Json;
  /** Stands only where secrets are kept, and is sealed like them. */
  sensitive?: boolean;
  properties?: PropSettings;
}

/** How a value is asked for and checked. Settings that only an editor reads are kept as they are. */
export interface PropSettings {
  inputType?: string;
  enum?: Json[];
  minimum?: number;
  maximum?: number;
  pattern?: string;
  visibleWhen?: { propKey: string; value?: Json };
  columns?: PropColumn[];
  minRows?: number;
  maxRows?: number;
}

/** A column of a `csvTable`, whose value is `{<column>: [<cell>, ...]}`. */
export interface PropColumn {
  key: string;
  type?: 'string' | 'number' | 'integer';
  required?: boolean;
  pattern?: string;
}

export function hasDefault(prop: TemplateProp): boolean {
  return prop.default !== undefined && prop.default !== null;
}

/** Whether a value is the one that makes another prop visible. */
export function isVisible(prop: TemplateProp, valueOf: (key: string) => Json): boolean {
  const condition = prop.properties?.visibleWhen;
  if (condition === undefined) return true;
  return same(valueOf(condition.propKey), condition.value ?? null);
}

function same(left: Json, right: Json): boolean {
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, at) => same(item, right[at] ?? null))
    );
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return left === right;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length && keys.every((key) => sameUnder(key, left, right))
  );
}

function sameUnder(key: string, left: JsonObject, right: JsonObject): boolean {
  const other = ownValue(right, key);
  return other !== undefined && same(ownValue(left, key) ?? null, other);
}
