import { MASK } from '../../activities/masking';
import { isJsonObject, mapValues, type JsonObject } from '../../definition/json';

/** A definition without the values of its sensitive props. Nothing reads them, so they need not be kept anywhere. */
export function hideSensitiveProps(definition: JsonObject): JsonObject {
  const { props, sensitivePropKeys } = definition;
  if (!isJsonObject(props) || !Array.isArray(sensitivePropKeys)) return definition;
  const isOpen = (key: string): boolean => sensitivePropKeys.includes(key) && props[key] !== MASK;
  if (!Object.keys(props).some(isOpen)) return definition;
  const hidden = mapValues(props, (value, key) => (isOpen(key) ? MASK : value));
  return { ...definition, props: hidden };
}
