/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object. Read keys that users choose with {@link ownValue}, never with `object[key]`. */
export interface JsonObject {
  [key: string]: Json;
}

/** The value under an own key, or undefined: `__proto__` and `constructor` are only names here. */
export function ownValue<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Sets an own key even when its name is `__proto__`. */
export function setOwn<T>(object: Record<string, T>, key: string, value: T): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    object[key] = value;
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether PostgreSQL takes it: text has neither NUL characters nor halves of surrogate pairs. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

/** {@link isStorableText} of all text in a value, keys included. */
export function isStorable(value: Json): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, item]) => isStorableText(key) && isStorable(item));
}

/** A copy of an object with its values changed. */
export function mapValues(
  object: JsonObject,
  change: (value: Json, key: string) => Json,
): JsonObject {
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(object)) setOwn(copy, key, change(value, key));
  return copy;
}

/** A copy of an object in which the object under a key is changed, if there is one. */
export function mapObjectAt(
  object: JsonObject,
  key: string,
  change: (value: JsonObject) => JsonObject,
): JsonObject {
  return mapValues(object, (value, own) =>
    own === key && isJsonObject(value) ? change(value) : value,
  );
}
