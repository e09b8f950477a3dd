import { isJsonObject, setOwn, type Json, type JsonObject } from '../definition/json';
import { headerAt, isSecretHeader } from '../definition/secret-names';
import { type PayloadPath, secretReference } from '../definition/secret-references';
import { ActionError } from './action';
import type { SecretReader } from './deps';
import { MASK } from './masking';

/** Shorter values are no secrets, and masking them would spoil text that only looks like them. */
const SHORTEST_SECRET = 6;

const ROOT: Place = { keys: [], path: [], secret: false };

export interface RevealedInput {
  input: JsonObject;
  mask: SecretMask;
}

export interface SecretOwner {
  organizationId: string;
  secretKeys: readonly string[];
  /** Where the definition itself holds references. */
  references: readonly PayloadPath[];
}

/**
 * Puts the secrets in place of their references. A reference counts only where the definition holds it
 * itself, and only in the places of secrets: in a header such as `authorization`, and under
 * `secretKeys`. Anything else is data, which an expression may have taken from a payload that anybody
 * can send, and must not turn into a secret.
 */
export async function revealSecrets(
  input: JsonObject,
  { organizationId, secretKeys, references }: SecretOwner,
  secrets: SecretReader,
): Promise<RevealedInput> {
  const held = new Set(references.map((path) => JSON.stringify(path)));
  const referenceAt = (value: Json, path: PayloadPath): string | undefined =>
    held.has(JSON.stringify(path)) ? secretReference(value) : undefined;
  const ids = new Set<string>();
  const found: string[] = [];
  visit(input, ROOT, secretKeys, (value, path) => {
    const id = referenceAt(value, path);
    if (id !== undefined) ids.add(id);
    else if (typeof value === 'string') found.push(value);
    return value;
  });
  if (ids.size === 0) return { input, mask: new SecretMask(found) };

  const values = await secrets.reveal(organizationId, [...ids]);
  const revealed = visit(input, ROOT, secretKeys, (value, path) => {
    const id = referenceAt(value, path);
    if (id === undefined) return value;
    const secret = values.get(id);
    if (secret === undefined) {
      throw new ActionError('secret_unavailable', `The secret ${id} does not exist any more`);
    }
    return secret;
  }) as JsonObject;
  return { input: revealed, mask: new SecretMask([...found, ...values.values()]) };
}

/** What follows the scheme of an `authorization`: services repeat the token alone. Basic ones hold it in base64. */
function tokenOf(secret: string): string[] {
  const [, scheme = '', token] = /^([A-Za-z][A-Za-z0-9-]*) +(\S+)$/.exec(secret) ?? [];
  if (token === undefined) return [];
  if (scheme.toLowerCase() !== 'basic') return [token];
  const plain = Buffer.from(token, 'base64').toString('utf8');
  return [token, plain, plain.slice(plain.indexOf(':') + 1)];
}

/** Takes known secrets out of what is recorded or shown. */
export class SecretMask {
  private readonly secrets: string[];

  constructor(secrets: string[]) {
    const forms = secrets
      .flatMap((secret) => [secret, ...tokenOf(secret)])
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
    for (const [key, item] of Object.entries(value)) {
      setOwn(result, this.text(key), this.json(item));
    }
    return result;
  }
}

export const NO_SECRETS = new SecretMask([]);

interface Place {
  /** Keys alone: positions in lists don't count in `secretKeys`. */
  keys: readonly string[];
  path: PayloadPath;
  secret: boolean;
}

function isSecretPlace(keys: readonly string[], secretKeys: readonly string[]): boolean {
  const header = headerAt(keys);
  if (header !== undefined && isSecretHeader(header)) return true;
  return secretKeys.includes(keys.join('.'));
}

/** A copy with every text and reference at or below a secret place replaced. */
function visit(
  value: Json,
  place: Place,
  secretKeys: readonly string[],
  replace: (value: Json, path: PayloadPath) => Json,
): Json {
  const { keys, path, secret } = place;
  if (secret && (typeof value === 'string' || secretReference(value) !== undefined)) {
    return replace(value, path);
  }
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      visit(item, { ...place, path: [...path, index] }, secretKeys, replace),
    );
  }
  if (!isJsonObject(value)) return value;
  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const below = [...keys, key];
    const inner: Place = {
      keys: below,
      path: [...path, key],
      secret: secret || isSecretPlace(below, secretKeys),
    };
    setOwn(result, key, visit(item, inner, secretKeys, replace));
  }
  return result;
}
