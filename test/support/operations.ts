/** One operation of the published OpenAPI document. */
export interface Operation {
  id: string;
  method: string;
  /** With its parameters in braces. */
  path: string;
  secured: boolean;
}

interface Document {
  paths: Record<string, Record<string, { operationId: string; security?: unknown[] }>>;
}

export async function operationsOf(url: string): Promise<Operation[]> {
  const { paths } = (await (await fetch(`${url}/v1/openapi.json`)).json()) as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, security = [] }]) => ({
      id: operationId,
      method: method.toUpperCase(),
      path,
      secured: security.length > 0,
    })),
  );
}
