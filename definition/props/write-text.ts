/** A stretch of plain text, or the source of an expression without its braces. */
export type WrittenPart = { kind: 'text'; text: string } | { kind: 'expression'; source: string };

/** Text written so that it is read as itself: `{{` becomes `\{{`. The inverse of `splitText` on text alone. */
export function escapeText(text: string): string {
  const [first = '', ...others] = text.split('{{');
  let written = first;
  let piece = first;
  for (const next of others) {
    written += `${'\\'.repeat(countAtEnd(piece, '\\'))}\\{{${next}`;
    piece = next;
  }
  return written;
}

/**
 * The source that `splitText` cuts into these parts again, with neighbouring texts joined. Text right before an
 * expression needs more care: a backslash there would escape it, and an odd brace would become part of it.
 */
export function writeParts(parts: readonly WrittenPart[]): string {
  let written = '';
  let text = '';
  for (const part of parts) {
    if (part.kind === 'text') {
      text += part.text;
      continue;
    }
    written += `${beforeExpression(text)}{{${part.source}}}`;
    text = '';
  }
  return written + escapeText(text);
}

function beforeExpression(text: string): string {
  if (countAtEnd(text, '{') % 2 === 1) return `${beforeExpression(text.slice(0, -1))}{{'{'}}`;
  return escapeText(text) + '\\'.repeat(countAtEnd(text, '\\'));
}

function countAtEnd(text: string, char: string): number {
  let count = 0;
  while (text[text.length - 1 - count] === char) count += 1;
  return count;
}
