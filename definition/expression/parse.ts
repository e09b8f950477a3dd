import type { Expression } from './ast';
import { readRoot } from './roots';
import { ExpressionSyntaxError, tokenize, unexpected, type Token } from './tokenize';

export type ParsedExpression =
  | { ok: true; expression: Expression }
  /** `hint` tells how to mend it. */
  | { ok: false; message: string; hint?: string };

/** Longest expression, in UTF-16 units between the braces. */
export const MAX_EXPRESSION_LENGTH = 2_000;
/** Most segments below the root of a path. */
export const MAX_PATH_SEGMENTS = 64;

const INDEX = /^\d+$/;
const LITERALS = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Parses what stands between `{{` and `}}`, in either dialect. Never throws. */
export function parseExpression(source: string): ParsedExpression {
  if (source.length > MAX_EXPRESSION_LENGTH) {
    return { ok: false, message: `An expression has at most ${MAX_EXPRESSION_LENGTH} characters.` };
  }
  if (source.trim() === '') {
    return {
      ok: false,
      message: 'The expression is empty.',
      hint: 'Write a path such as `$trigger.body`.',
    };
  }
  if (source.trimStart().startsWith('@')) {
    return {
      ok: false,
      message:
        '`@field` works only in the `template` of a `format` node and in the keys of a `filter`.',
      hint: 'The item of a loop is `$item.<field>`.',
    };
  }
  try {
    return { ok: true, expression: new Parser(source).parse() };
  } catch (error) {
    if (!(error instanceof ExpressionSyntaxError)) throw error;
    const { message, hint } = error;
    return hint === undefined ? { ok: false, message } : { ok: false, message, hint };
  }
}

class Parser {
  private readonly tokens: Token[];
  private at = 0;

  constructor(private readonly source: string) {
    this.tokens = tokenize(source);
  }

  parse(): Expression {
    const operands = [this.operand()];
    while (this.take('||')) operands.push(this.operand());
    const next = this.next();
    if (next.kind !== 'end') throw unexpected(this.source, next.start);
    return operands.reduceRight((right, left) => ({ kind: 'fallback', left, right }));
  }

  private operand(): Expression {
    const token = this.next();
    if (token.kind === 'string') return { kind: 'literal', value: token.value };
    if (token.kind === 'number') return { kind: 'literal', value: readNumber(token.value) };
    if (token.kind !== 'word') throw unexpected(this.source, token.start);
    const below = this.path();
    const literal = LITERALS.get(token.value);
    if (literal !== undefined && below.length === 0) return { kind: 'literal', value: literal };
    const { root, path } = readRoot([token.value, ...below]);
    if (path.length > MAX_PATH_SEGMENTS) {
      throw new ExpressionSyntaxError(`A path has at most ${MAX_PATH_SEGMENTS} segments.`);
    }
    return { kind: 'reference', root, path };
  }

  private path(): string[] {
    const segments: string[] = [];
    for (;;) {
      if (this.take('.')) {
        const token = this.next();
        if (token.kind !== 'word') throw unexpected(this.source, token.start);
        segments.push(token.value);
      } else if (this.take('[')) {
        segments.push(this.bracket());
      } else {
        return segments;
      }
    }
  }

  private bracket(): string {
    const token = this.next();
    if (token.kind === 'word') {
      throw new ExpressionSyntaxError(
        `Unexpected \`${token.value}\` at position ${token.start + 1}.`,
        `A key in brackets is quoted: \`['${token.value}']\`.`,
      );
    }
    const fits = token.kind === 'string' || (token.kind === 'number' && INDEX.test(token.value));
    if (!fits) throw unexpected(this.source, token.start);
    const close = this.next();
    if (close.kind !== ']') throw unexpected(this.source, close.start);
    return token.value;
  }

  private take(kind: Token['kind']): boolean {
    const found = this.tokens[this.at]?.kind === kind;
    if (found) this.at += 1;
    return found;
  }

  private next(): Token {
    const token = this.tokens[this.at];
    this.at += 1;
    return token ?? { kind: 'end', start: this.source.length };
  }
}

/** A number that JSON could not carry exactly is refused, since amounts of tokens are easily that large. */
function readNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    throw new ExpressionSyntaxError(
      `The number \`${text}\` is too large to be exact.`,
      `Write it as text: \`'${text}'\`.`,
    );
  }
  return value;
}
