import { parseExpression } from '../expression/parse';
import { ExpressionSyntaxError, tokenize } from '../expression/tokenize';
import type { Json } from '../json';

/** The value of a prop, or of what is below it; null when there is none. */
export type ReadProp = (path: readonly string[]) => Json;

export type FilledExpression =
  | { kind: 'unchanged' }
  | { kind: 'constant'; value: Json }
  /** Something is still read when the workflow runs. */
  | { kind: 'expression'; source: string }
  | { kind: 'inexpressible'; message: string };

/**
 * Fills the props of one expression in. `a || b` is worked out as far as props decide it: what is left is a value,
 * or an expression without props that gives the same. What can't be parsed is left alone.
 */
export function fillExpression(source: string, read: ReadProp): FilledExpression {
  const operands = operandsOf(source);
  if (operands === undefined) return { kind: 'unchanged' };
  const left: string[] = [];
  let isFilled = false;
  for (const operand of operands) {
    const parsed = parseExpression(operand);
    if (!parsed.ok || parsed.expression.kind === 'fallback') return { kind: 'unchanged' };
    const { expression } = parsed;
    if (expression.kind === 'reference' && expression.root.kind !== 'props') {
      left.push(operand);
      continue;
    }
    const isProp = expression.kind === 'reference';
    const value = isProp ? read(expression.path) : expression.value;
    isFilled ||= isProp;
    if (value === null) continue;
    if (left.length === 0) return isFilled ? { kind: 'constant', value } : { kind: 'unchanged' };
    const literal = writeLiteral(value);
    if (literal === undefined) return { kind: 'inexpressible', message: INEXPRESSIBLE };
    left.push(literal);
    break;
  }
  if (!isFilled) return { kind: 'unchanged' };
  if (left.length === 0) return { kind: 'constant', value: null };
  return { kind: 'expression', source: left.join(' || ') };
}

const INEXPRESSIBLE =
  'As a fallback a prop is a text of moderate length, a number that is exact, or a boolean.';

/** A value as the source of an expression; undefined when the language has no literal for it. */
export function writeLiteral(value: Json): string | undefined {
  const source =
    typeof value === 'string' ? `'${value.replace(/[\\']/g, '\\$&')}'` : JSON.stringify(value);
  const parsed = parseExpression(source);
  const isSame =
    parsed.ok && parsed.expression.kind === 'literal' && parsed.expression.value === value;
  return isSame ? source : undefined;
}

/** The sources between the `||` of an expression; undefined when it is none. */
function operandsOf(source: string): string[] | undefined {
  try {
    const operands: string[] = [];
    let from = 0;
    for (const { kind, start } of tokenize(source)) {
      if (kind !== '||' && kind !== 'end') continue;
      operands.push(source.slice(from, start).trim());
      from = start + 2;
    }
    return operands;
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return undefined;
    throw error;
  }
}
