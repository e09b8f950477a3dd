import { isJsonObject, ownValue, type Json } from '../json';
import type { Rule } from './facts';
import { isSecret } from './payload-field';
import { quote } from './text';

const SHOWN = 120;

/** Where a type takes JSON as text, such as the `body` of `http-request`, an object is a mistake. */
export const jsonText: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    const properties = node.spec?.payloadSchema.properties;
    if (!isJsonObject(properties)) continue;
    for (const [key, value] of Object.entries(node.node.payload)) {
      if (typeof value !== 'object' || value === null || isSecret(value)) continue;
      const schema = ownValue(properties, key);
      if (!isJsonObject(schema) || schema.type !== 'string') continue;
      report(
        'text_required',
        node,
        `payload.${key}`,
        () => `${quote(key)} is text. Write the JSON as a string: ${asText(value)}.`,
      );
    }
  }
};

function asText(value: Json): string {
  const text = JSON.stringify(JSON.stringify(value));
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}..."` : text;
}
