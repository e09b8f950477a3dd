import { isJsonObject, type Json, type JsonObject, setOwn } from '../../definition/json';
import { isSecretName } from '../../definition/secret-names';

const MAX_FIELDS = 50;
const MAX_TEXT = 200;
const MAX_ITEMS = 50;

/** Names under which anything may stand, secrets among it. */
const FREE = /pass|secret|token|credential|cookie|auth|value|payload|body|message|params|sql|code/i;

/** What stands for a value that is not shown. */
const SENT = '(sent)';

/**
 * The fields of a body by name. Values are shown when they are short and plain and their name allows it: what
 * is left out can be looked up in the resource, what is written here stays.
 */
export function changedFields(body: unknown): JsonObject | null {
  if (!isJsonObject(body)) return null;
  const names = Object.keys(body).slice(0, MAX_FIELDS);
  if (names.length === 0) return null;
  const changes: JsonObject = {};
  for (const name of names) {
    const value = body[name] ?? null;
    const isShown = !FREE.test(name) && !isSecretName(name) && isPlain(value);
    setOwn(changes, name.slice(0, MAX_TEXT), isShown ? value : SENT);
  }
  return changes;
}

function isPlain(value: Json): boolean {
  if (Array.isArray(value)) return value.length <= MAX_ITEMS && value.every(isScalar);
  return isScalar(value);
}

function isScalar(value: Json): boolean {
  if (typeof value === 'string') return value.length <= MAX_TEXT;
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}
