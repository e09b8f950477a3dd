/** A text for `LIKE` in which no character has a meaning of its own. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
