/** One operation of the published OpenAPI document that can be called. */
export interface Operation {
  id: string;
  method: string;
  /** With its parameters in braces. */
  path: string;
  secured: boolean;
}

interface Document {
  paths: Record<string, Record<string, Described>>;
}

interface Described {
  operationId: string;
  security?: unknown[];
  'x-weft-status'?: 'pending';
}

export async function operationsOf(url: string): Promise<Operation[]> {
  const { paths } = (await (await fetch(`${url}/v1/openapi.json`)).json()) as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation['x-weft-status'] !== 'pending')
      .map(([method, { operationId, security = [] }]) => ({
        id: operationId,
        method: method.toUpperCase(),
        path,
        secured: security.length > 0,
      })),
  );
}
