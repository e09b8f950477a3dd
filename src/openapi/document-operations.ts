import type { OpenAPIObject } from '@nestjs/swagger';

export interface DocumentParameter {
  name: string;
  in: string;
  description?: string;
  example?: unknown;
  schema: Record<string, unknown>;
}

export interface MediaType {
  schema?: object;
  example?: unknown;
  examples?: object;
}

export interface DocumentAnswer {
  description?: string;
  content?: Record<string, MediaType>;
  headers?: Record<string, object>;
  links?: Record<string, object>;
}

/** An operation of the document, with what is completed of it. */
export interface DocumentOperation {
  operationId: string;
  tags?: string[];
  security?: object[];
  parameters?: DocumentParameter[];
  requestBody?: { content: Record<string, MediaType> };
  responses: Record<string, DocumentAnswer>;
  'x-weft-status'?: 'pending';
}

export interface PlacedOperation {
  method: string;
  path: string;
  operation: DocumentOperation;
}

/** The operations of a document with their places. */
export function operationsIn({ paths }: OpenAPIObject): PlacedOperation[] {
  return Object.entries(paths as Record<string, Record<string, DocumentOperation>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
}
