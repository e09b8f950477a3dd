/** One operation of the published OpenAPI document that can be called. */
export interface Operation {
  id: string;
  method: string;
  /** With its parameters in braces. */
  path: string;
  secured: boolean;
  /** Of its body, when that is an object of the document. */
  fields: string[];
  query: QueryParameter[];
}

export interface QueryParameter {
  name: string;
  required?: boolean;
}

interface Document {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
}

interface Described {
  operationId: string;
  security?: unknown[];
  parameters?: (QueryParameter & { in: string })[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  'x-weft-status'?: 'pending';
}

export async function operationsOf(url: string): Promise<Operation[]> {
  const { paths, components } = (await (await fetch(`${url}/v1/openapi.json`)).json()) as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation['x-weft-status'] !== 'pending')
      .map(([method, { operationId, security = [], parameters = [], requestBody }]) => ({
        id: operationId,
        method: method.toUpperCase(),
        path,
        secured: security.length > 0,
        fields: fieldsOf(requestBody?.content?.['application/json']?.schema, components.schemas),
        query: parameters.filter((parameter) => parameter.in === 'query'),
      })),
  );
}

function fieldsOf(schema: Schema | undefined, schemas: Record<string, Schema>): string[] {
  const named = schema?.$ref?.split('/').at(-1);
  return Object.keys((named === undefined ? schema : schemas[named])?.properties ?? {});
}
