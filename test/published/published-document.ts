import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the setup of the suites leaves the document of the build that they test. */
export const DOCUMENT_FILE = join(__dirname, '../../reports/published/openapi.json');

export interface PublishedOperation {
  id: string;
  method: string;
  path: string;
  pending: boolean;
  responses: Readonly<Record<string, PublishedAnswer>>;
}

interface PublishedAnswer {
  description?: string;
  content?: Record<string, { schema?: object }>;
}

interface Described extends Pick<PublishedOperation, 'responses'> {
  operationId: string;
  'x-weft-status'?: 'pending';
}

export interface PublishedDocument {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, object> };
}

export function readDocument(): PublishedDocument {
  return JSON.parse(readFileSync(DOCUMENT_FILE, 'utf8')) as PublishedDocument;
}

export function publishedOperations({ paths }: PublishedDocument): PublishedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, responses, ...rest }]) => ({
      ...{ id: operationId, method: method.toUpperCase(), path, responses },
      pending: rest['x-weft-status'] === 'pending',
    })),
  );
}

/** Finds the operation that a request is for. Where two patterns fit, the one with less parameters is meant. */
export class OperationFinder {
  private readonly patterns: { operation: PublishedOperation; pattern: RegExp }[];

  constructor(operations: readonly PublishedOperation[]) {
    const parameters = ({ path }: PublishedOperation): number => path.split('{').length;
    this.patterns = [...operations]
      .sort((a, b) => parameters(a) - parameters(b))
      .map((operation) => ({ operation, pattern: patternOf(operation.path) }));
  }

  find(method: string, path: string): PublishedOperation | undefined {
    return this.patterns.find(
      ({ operation, pattern }) => operation.method === method && pattern.test(path),
    )?.operation;
  }
}

/** Paths of ours hold nothing but letters, dashes, slashes and braces. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}/?$`, 'i');
