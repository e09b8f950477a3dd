import { timingSafeEqual, createHash } from 'node:crypto';
import { MASK } from '../../activities/masking';
import type { JsonObject } from '../../definition/json';
import { secretReference } from '../../definition/secret-references';
import { isLiteral, maskDefinition, replaceSecrets, type SecretKeysOf } from './secret-places';
import type { SecretStore } from './secret-store';
import { hideSensitiveProps } from './sensitive-props';

/** The places of a definition where secrets are kept: node id, then keys and positions below its payload. */
export interface SecretPlaces {
  all: SecretPlace[];
  /** Where a secret itself stands, or the reference to one. */
  literals: SecretPlace[];
}

type SecretPlace = [nodeId: string, ...path: (string | number)[]];

/** Keeps the secrets of definitions out of them: stored apart, named by `{ "$secret": "sec_..." }`. */
export class DefinitionSecrets {
  constructor(
    private readonly store: SecretStore,
    private readonly secretKeysOf: SecretKeysOf,
  ) {}

  /**
   * The definition as it is stored. `previous` is the stored definition that it replaces: where this
   * one says `***`, or has the same value still, the secret stays as it is, so that an unchanged
   * definition is sealed to an equal one.
   */
  async sealDefinition(
    organizationId: string,
    given: JsonObject,
    previous?: JsonObject,
  ): Promise<JsonObject> {
    const definition = hideSensitiveProps(given);
    const literals = new Map<string, string>();
    this.visit(definition, (value, place) => {
      if (isLiteral(value)) literals.set(place, value);
    });
    if (literals.size === 0) return definition;

    const ids = await this.keep(organizationId, literals, previous);
    const fresh = [...literals].filter(([place, value]) => value !== MASK && !ids.has(place));
    const added = await this.store.add(
      organizationId,
      fresh.map(([, value]) => value),
    );
    fresh.forEach(([place], index) => {
      const id = added[index];
      if (id !== undefined) ids.set(place, id);
    });
    return replaceSecrets(definition, this.secretKeysOf, (_, place) => {
      const id = ids.get(place);
      return id === undefined ? undefined : { $secret: id };
    });
  }

  /** The definition as it is shown. */
  mask(definition: JsonObject): JsonObject {
    return maskDefinition(definition, this.secretKeysOf);
  }

  /** Places where it says `***`. */
  masked(definition: JsonObject): SecretPlace[] {
    const places: SecretPlace[] = [];
    this.visit(definition, (value, place) => {
      if (value === MASK) places.push(JSON.parse(place) as SecretPlace);
    });
    return places;
  }

  places(definition: JsonObject): SecretPlaces {
    const places: SecretPlaces = { all: [], literals: [] };
    this.visit(definition, (value, place) => {
      const parsed = JSON.parse(place) as SecretPlace;
      places.all.push(parsed);
      const isSecret = isLiteral(value) || secretReference(value) !== undefined;
      if (isSecret) places.literals.push(parsed);
    });
    return places;
  }

  /** Ids of the secrets that stay, by place. */
  private async keep(
    organizationId: string,
    literals: ReadonlyMap<string, string>,
    previous: JsonObject | undefined,
  ): Promise<Map<string, string>> {
    const before = new Map<string, string>();
    if (previous) {
      this.visit(previous, (value, place) => {
        const id = secretReference(value);
        if (id !== undefined && literals.has(place)) before.set(place, id);
      });
    }
    if (before.size === 0) return before;
    const values = await this.store.reveal(organizationId, [...before.values()]);
    return new Map(
      [...before].filter(([place, id]) => {
        const literal = literals.get(place) ?? '';
        return literal === MASK || equal(literal, values.get(id) ?? '');
      }),
    );
  }

  private visit(
    definition: JsonObject,
    see: (...seen: Parameters<Parameters<typeof replaceSecrets>[2]>) => void,
  ): void {
    replaceSecrets(definition, this.secretKeysOf, (value, place) => {
      see(value, place);
      return undefined;
    });
  }
}

function equal(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
