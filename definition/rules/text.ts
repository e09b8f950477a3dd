const SHOWN = 80;
/** Letters that may differ. */
const NEAR = 2;

/** A name of the author's between backticks, cut when it is very long. */
export function quote(name: string): string {
  return `\`${name.length > SHOWN ? `${name.slice(0, SHOWN)}...` : name}\``;
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last;
}

/** ` Did you mean ...?` with the known name that is nearest, or nothing. Starts with a space. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const found = nearest(name, known);
  return found === undefined ? '' : ` Did you mean ${quote(found)}?`;
}

/** The known name that differs least: other case or `_` and `-` first, then up to two letters. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const plainName = plain(name);
  let best: string | undefined;
  let least = Math.min(NEAR, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    if (plain(candidate) === plainName) return candidate;
    const distance = editDistance(name, candidate, least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

function plain(name: string): string {
  return name.replace(/[_\-.\s]/g, '').toLowerCase();
}

/** Letters to add, drop, change or swap; `limit` when there are that many or more. Looks only near the diagonal. */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  const value = (line: ReadonlyMap<number, number>, column: number) => line.get(column) ?? limit;
  let before = new Map<number, number>();
  let above = new Map(Array.from({ length: limit }, (_, column) => [column, column]));
  for (let row = 1; row <= from.length; row += 1) {
    const line = new Map<number, number>();
    let least = limit;
    for (let column = Math.max(0, row - limit + 1); column < row + limit; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const cost = Math.min(
        value(line, column - 1) + 1,
        value(above, column) + 1,
        value(above, column - 1) + (same ? 0 : 1),
        swapped ? value(before, column - 2) + 1 : limit,
      );
      line.set(column, cost);
      least = Math.min(least, cost);
    }
    if (least >= limit) return limit;
    before = above;
    above = line;
  }
  return value(above, to.length);
}
