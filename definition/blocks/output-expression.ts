import { fieldPath } from '../expression/read-path';
import { writeLiteral } from '../props/fill-expression';

const WORD = /^[A-Za-z0-9_-]+$/;

/** The expression that reads an output where it comes from: `sum.result.output`. */
export function outputExpression(nodeId: string, sourceField = ''): string {
  const path = sourceField === '' ? [] : (fieldPath(sourceField) ?? [sourceField]);
  const segments = path.map((name) =>
    WORD.test(name) ? `.${name}` : `[${writeLiteral(name) ?? "''"}]`,
  );
  return `${nodeId}.result${segments.join('')}`;
}
