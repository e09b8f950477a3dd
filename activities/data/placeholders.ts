/** What no placeholder is in, and placeholders: `?` and `?1`, or `:a`, `@a` and `$a`. */
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'?|"(?:[^"]|"")*"?|`(?:[^`]|``)*`?|\[[^\]]*\]?|[\p{L}\p{N}_][\p{L}\p{N}_$]*|\?(\d*)|([:@#$](?:[\p{L}\p{N}_$]|::)+(?:\([^\s)]*\))?)/gu;

/** How many values a statement takes. As SQLite counts, a bare `?` comes after the highest so far, as a new name does. */
export function placeholderCount(sql: string): number {
  const names = new Set<string>();
  let highest = 0;
  for (const [, number, name] of sql.matchAll(TOKEN)) {
    if (number !== undefined) {
      highest = number === '' ? highest + 1 : Math.max(highest, Number(number));
    } else if (name !== undefined && !names.has(name)) {
      names.add(name);
      highest += 1;
    }
  }
  return highest;
}
