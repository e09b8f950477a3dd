import { MASK } from '../../activities/masking';
import {
  isJsonObject,
  mapObjectAt,
  mapValues,
  ownValue,
  type Json,
  type JsonObject,
} from '../../definition/json';
import { headerAt, isSecretHeader } from '../../definition/secret-names';
import { secretReference } from '../../definition/secret-references';

/** Dotted payload keys of a node type whose values are secrets. */
export type SecretKeysOf = (nodeType: string) => readonly string[];

/** Gives what shall stand in a secret place, or undefined to leave it. `place` names it in every version of the definition. */
export type Replace = (value: Json, place: string) => Json | undefined;

/**
 * A copy of a definition with what stands in its secret places replaced: headers such as
 * `authorization`, and whatever is below the secret keys of a node's type. Other fields are left
 * alone, whatever their name: a schema may well speak of a `password`.
 */
export function replaceSecrets(
  definition: JsonObject,
  secretKeysOf: SecretKeysOf,
  replace: Replace,
): JsonObject {
  return mapObjectAt(definition, 'nodes', (nodes) =>
    mapValues(nodes, (node, id) => {
      if (!isJsonObject(node)) return node;
      const type = ownValue(node, 'type');
      const keys = typeof type === 'string' ? secretKeysOf(type) : [];
      return mapObjectAt(node, 'payload', (payload) =>
        mapValues(payload, (value, key) =>
          visit(value, { path: [key], place: [id, key], secret: isSecret([key], keys) }),
        ),
      );

      function visit(value: Json, at: Position): Json {
        const leaf = typeof value === 'string' || secretReference(value) !== undefined;
        if (at.secret && leaf) return replace(value, JSON.stringify(at.place)) ?? value;
        if (Array.isArray(value)) {
          return value.map((item, index) => visit(item, { ...at, place: [...at.place, index] }));
        }
        if (!isJsonObject(value)) return value;
        return mapValues(value, (item, key) => {
          const path = [...at.path, key];
          const secret = at.secret || isSecret(path, keys);
          return visit(item, { path, place: [...at.place, key], secret });
        });
      }
    }),
  );
}

/** A definition as it is shown: `***` for its secrets, stored or not yet. Expressions stay. */
export function maskDefinition(definition: JsonObject, secretKeysOf: SecretKeysOf): JsonObject {
  return replaceSecrets(definition, secretKeysOf, (value) =>
    secretReference(value) !== undefined || isLiteral(value) ? MASK : undefined,
  );
}

/** Whether a value is a secret itself: text without an expression in it. */
export function isLiteral(value: Json): value is string {
  return typeof value === 'string' && value !== '' && !value.includes('{{');
}

interface Position {
  /** Keys from the payload down; positions in lists don't count. */
  path: string[];
  /** Node id, keys and positions. */
  place: (string | number)[];
  secret: boolean;
}

function isSecret(path: readonly string[], secretKeys: readonly string[]): boolean {
  const header = headerAt(path);
  if (header !== undefined && isSecretHeader(header)) return true;
  return secretKeys.includes(path.join('.'));
}
