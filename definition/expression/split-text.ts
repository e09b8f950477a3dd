/** A stretch of plain text, or the source of an expression between its braces. */
export type TextPart = { kind: 'text'; text: string } | { kind: 'expression'; source: string };

export type SplitText = { ok: true; parts: TextPart[] } | { ok: false; message: string };

/**
 * Cuts a string at its `{{...}}`. `\{{` stands for `{{` as text, `\\{{` for a backslash before an expression;
 * backslashes elsewhere are left alone. Braces inside a quoted text of an expression don't end it.
 */
export function splitText(source: string): SplitText {
  const parts: TextPart[] = [];
  let text = '';
  let at = 0;
  for (;;) {
    const open = source.indexOf('{{', at);
    if (open < 0) break;
    const backslashes = countBackslashes(source, open);
    text += source.slice(at, open - Math.ceil(backslashes / 2));
    if (backslashes % 2 === 1) {
      text += '{{';
      at = open + 2;
      continue;
    }
    const close = findClose(source, open + 2);
    if (close < 0) {
      return {
        ok: false,
        message: `The \`{{\` at position ${open + 1} is not closed. Write \`\\{{\` to mean the braces themselves.`,
      };
    }
    if (text) parts.push({ kind: 'text', text });
    text = '';
    parts.push({ kind: 'expression', source: source.slice(open + 2, close) });
    at = close + 2;
  }
  text += source.slice(at);
  if (text) parts.push({ kind: 'text', text });
  return { ok: true, parts };
}

function countBackslashes(source: string, before: number): number {
  let count = 0;
  while (source[before - count - 1] === '\\') count += 1;
  return count;
}

function findClose(source: string, from: number): number {
  let quote = '';
  for (let at = from; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (quote) {
      if (char === '\\') at += 1;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'") {
      quote = char;
    } else if (source.startsWith('}}', at)) {
      return at;
    }
  }
  // An odd quote, as in `{{don't}}`: end at the first braces and let the parser say what is wrong.
  return source.indexOf('}}', from);
}
