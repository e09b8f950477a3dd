/** A JSON Schema of an OpenAPI document. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

type Resolve = (ref: string) => Schema;

/** Two documents, and what `$ref` means in each. */
export interface Documents {
  theirs: Resolve;
  ours: Resolve;
}

/** Fields of their schema that ours has no place for, as paths: `items[].owner.name`. */
export function missingFields(
  documents: Documents,
  theirs: Schema | undefined,
  ours: readonly Schema[],
): string[] {
  return theirs === undefined ? [] : [...new Set(missing(documents, theirs, ours, '', []))];
}

function missing(
  documents: Documents,
  theirs: Schema,
  ours: readonly Schema[],
  path: string,
  above: readonly string[],
): string[] {
  // A schema that holds itself says nothing new below.
  if (theirs.$ref !== undefined && above.includes(theirs.$ref)) return [];
  const refs = theirs.$ref === undefined ? above : [...above, theirs.$ref];
  const [wanted, have] = [parts(documents.theirs, [theirs]), parts(documents.ours, ours)];
  const below = (schema: Schema, found: readonly Schema[], place: string): string[] =>
    missing(documents, schema, found, place, refs);
  return wanted.flatMap(({ properties = {}, items, additionalProperties }) => [
    ...Object.entries(properties).flatMap(([name, schema]) => {
      const place = path === '' ? name : `${path}.${name}`;
      const found = have.flatMap((one) => one.properties?.[name] ?? []);
      if (found.length === 0) return have.some(isOpen) ? [] : [place];
      return below(schema, found, place);
    }),
    ...(items
      ? below(
          items,
          have.flatMap((one) => one.items ?? []),
          `${path}[]`,
        )
      : []),
    ...(typeof additionalProperties === 'object'
      ? below(additionalProperties, have.flatMap(valuesOf), `${path}.*`)
      : []),
  ]);
}

/** The schemas that one is made of, without references. */
function parts(resolve: Resolve, schemas: readonly Schema[]): Schema[] {
  return schemas.flatMap((schema) => {
    if (schema.$ref !== undefined) return parts(resolve, [resolve(schema.$ref)]);
    const { allOf = [], anyOf = [], oneOf = [] } = schema;
    const inner = [...allOf, ...anyOf, ...oneOf];
    return inner.length > 0 ? [schema, ...parts(resolve, inner)] : [schema];
  });
}

/** Whether it takes fields that it does not name. */
function isOpen(schema: Schema): boolean {
  const { type, properties, additionalProperties, allOf, anyOf, oneOf } = schema;
  if (allOf ?? anyOf ?? oneOf) return false;
  if (type !== undefined && type !== 'object') return false;
  return additionalProperties === undefined
    ? properties === undefined
    : additionalProperties !== false;
}

/** Schemas of the values that it takes under names of which it says nothing. */
function valuesOf(schema: Schema): Schema[] {
  const { additionalProperties } = schema;
  if (typeof additionalProperties === 'object') return [additionalProperties];
  return isOpen(schema) ? [{}] : [];
}
