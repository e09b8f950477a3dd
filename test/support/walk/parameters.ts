/** Something that a request names, outside of its path. */
export interface Parameter {
  in: 'query' | 'header' | 'body';
  /** The last part, such as `questionId` of `responses.questionId`. */
  name: string;
  isList: boolean;
}

interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

interface Described {
  operationId: string;
  parameters?: { in: string; name: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}

export interface ParameterDocument {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

const MAX_DEPTH = 6;

/** What each operation takes, by its id. */
export function parametersOf(document: ParameterDocument): Map<string, Parameter[]> {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  return new Map(
    operations.map(({ operationId, parameters = [], requestBody }) => {
      const named = parameters.flatMap((one): Parameter[] =>
        one.in === 'query' || one.in === 'header'
          ? [{ in: one.in, name: one.name, isList: one.schema?.type === 'array' }]
          : [],
      );
      const bodies = Object.values(requestBody?.content ?? {});
      const fields = bodies.flatMap(({ schema = {} }) => fieldsOf(document, schema));
      return [operationId, [...named, ...fields]];
    }),
  );
}

/** The fields of a body and of what is in it. */
function fieldsOf(document: ParameterDocument, schema: Schema, depth = 0): Parameter[] {
  if (depth > MAX_DEPTH) return [];
  const { properties = {}, items, anyOf = [], oneOf = [], allOf = [] } = resolve(document, schema);
  const own = Object.entries(properties).flatMap(([name, field]): Parameter[] => [
    { in: 'body', name, isList: resolve(document, field).type === 'array' },
    ...fieldsOf(document, field, depth + 1),
  ]);
  const within = [...anyOf, ...oneOf, ...allOf, ...(items ? [items] : [])];
  return [...own, ...within.flatMap((one) => fieldsOf(document, one, depth + 1))];
}

function resolve({ components }: ParameterDocument, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (components.schemas[name] ?? {});
}

/** Whether its name says that it takes ids. */
export function takesIds({ in: place, name }: Parameter): boolean {
  return place !== 'header' && /^ids?$|Ids?$/.test(name);
}
