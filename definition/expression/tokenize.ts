/** One lexical unit of an expression. `start` counts UTF-16 units from 0. */
export type Token =
  | { kind: 'word' | 'number' | 'string'; value: string; start: number }
  | { kind: '.' | '[' | ']' | '||' | 'end'; start: number };

/** Why a source is no expression, thrown inside this folder and turned into a value by its entry points. */
export class ExpressionSyntaxError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

const ONLY_PATHS =
  'An expression is a path, a literal or a chain of them with `||`; compute in a `code-transform` node.';

const SPACE = /\s+/y;
const WORD = /[$\p{L}\p{M}\p{N}_-]+/uy;
/** A number that is no part of a path: `1.5`, but not the node id in `1.result`. */
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![$\p{L}\p{M}\p{N}_.-])/uy;
const ESCAPES = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Splits an expression into tokens, always ended by one `end`. Throws {@link ExpressionSyntaxError}. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    at += matchAt(SPACE, source, at).length;
    if (at === source.length) break;
    const afterDot = tokens.at(-1)?.kind === '.';
    const number = afterDot ? '' : matchAt(NUMBER, source, at);
    const text = number || matchAt(WORD, source, at);
    if (text) {
      tokens.push({ kind: number ? 'number' : 'word', value: text, start: at });
      at += text.length;
      continue;
    }
    const char = source.charAt(at);
    if (char === '"' || char === "'") {
      const { value, end } = readString(source, at, char);
      tokens.push({ kind: 'string', value, start: at });
      at = end;
    } else if (char === '.' || char === '[' || char === ']') {
      tokens.push({ kind: char, start: at });
      at += 1;
    } else if (source.startsWith('||', at)) {
      tokens.push({ kind: '||', start: at });
      at += 2;
    } else {
      throw unexpected(source, at);
    }
  }
  tokens.push({ kind: 'end', start: source.length });
  return tokens;
}

/** The error for the token or character that stands at `at`, positions counted from 1. */
export function unexpected(source: string, at: number): ExpressionSyntaxError {
  if (at >= source.length) {
    return new ExpressionSyntaxError('The expression ends too early.', ONLY_PATHS);
  }
  const shown = matchAt(WORD, source, at) || String.fromCodePoint(source.codePointAt(at) ?? 0);
  const hint = shown === '|' ? 'The fallback is written `||`.' : ONLY_PATHS;
  return new ExpressionSyntaxError(`Unexpected \`${shown}\` at position ${at + 1}.`, hint);
}

function matchAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? '';
}

function readString(source: string, start: number, quote: string): { value: string; end: number } {
  let value = '';
  for (let at = start + 1; at < source.length; at += 1) {
    let char = source.charAt(at);
    if (char === quote) return { value, end: at + 1 };
    if (char === '\\') {
      at += 1;
      const escaped = source.charAt(at);
      char = ESCAPES.get(escaped) ?? escaped;
    }
    value += char;
  }
  throw new ExpressionSyntaxError(`The text that starts at position ${start + 1} is not closed.`);
}
