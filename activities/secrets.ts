import { isJsonObject, setOwn, type Json, type JsonObject } from '../definition/json';
import { ActionError } from './action';
import type { SecretReader } from './deps';
import { isSecretName, MASK, secretReference } from './masking';

/** Shorter values are no secrets, and masking them would spoil text that only looks like them. */
const SHORTEST_SECRET = 6;

const ROOT = { path: [], secret: false };

export interface RevealedInput {
  input: JsonObject;
  mask: SecretMask;
}

/**
 * Puts the secrets in place of their references. A reference counts only where the secrets of a
 * definition are taken from: in a header such as `authorization`, and under `secretKeys`. Anywhere
 * else it is data that somebody has sent, and must not turn into a secret.
 */
export async function revealSecrets(
  input: JsonObject,
  task: { organizationId: string; secretKeys: readonly string[] },
  secrets: SecretReader,
): Promise<RevealedInput> {
  const ids = new Set<string>();
  const found: string[] = [];
  visit(input, ROOT, task.secretKeys, (value) => {
    const id = secretReference(value);
    if (id !== undefined) ids.add(id);
    else if (typeof value === 'string') found.push(value);
    return value;
  });
  if (ids.size === 0) return { input, mask: new SecretMask(found) };

  const values = await secrets.reveal(task.organizationId, [...ids]);
  const revealed = visit(input, ROOT, task.secretKeys, (value) => {
    const id = secretReference(value);
    if (id === undefined) return value;
    const secret = values.get(id);
    if (secret === undefined) {
      throw new ActionError('secret_unavailable', `The secret ${id} does not exist any more`);
    }
    return secret;
  }) as JsonObject;
  return { input: revealed, mask: new SecretMask([...found, ...values.values()]) };
}

/** Takes known secrets out of what is recorded or shown. */
export class SecretMask {
  private readonly secrets: string[];

  constructor(secrets: string[]) {
    const forms = secrets
      .filter((secret) => secret.length >= SHORTEST_SECRET)
      .flatMap((secret) => [secret, encodeURIComponent(secret)]);
    // Longest first: one secret may be a part of another.
    this.secrets = [...new Set(forms)].sort((a, b) => b.length - a.length);
  }

  text(text: string): string {
    return this.secrets.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
  }

  /** Answers may echo what was sent to them. */
  json(value: Json): Json {
    if (this.secrets.length === 0) return value;
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.json(item));
    if (!isJsonObject(value)) return value;
    const result: JsonObject = {};
    for (const [key, item] of Object.entries(value)) setOwn(result, key, this.json(item));
    return result;
  }
}

export const NO_SECRETS = new SecretMask([]);

function isSecretPlace(path: readonly string[], secretKeys: readonly string[]): boolean {
  const [first, header] = path;
  if (first === 'headers' && header !== undefined && path.length === 2) return isSecretName(header);
  return secretKeys.includes(path.join('.'));
}

/** A copy with every text and reference at or below a secret place replaced. */
function visit(
  value: Json,
  place: { path: readonly string[]; secret: boolean },
  secretKeys: readonly string[],
  replace: (value: Json) => Json,
): Json {
  const { path, secret } = place;
  if (secret && (typeof value === 'string' || secretReference(value) !== undefined)) {
    return replace(value);
  }
  if (Array.isArray(value)) return value.map((item) => visit(item, place, secretKeys, replace));
  if (!isJsonObject(value)) return value;
  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const below = [...path, key];
    const inner = { path: below, secret: secret || isSecretPlace(below, secretKeys) };
    setOwn(result, key, visit(item, inner, secretKeys, replace));
  }
  return result;
}
