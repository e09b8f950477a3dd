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
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name, candidate, least - 1);
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

/**
 * Letters to add, drop, change or swap from `from[i]` and `to[j]` on; more than `most` when there are more. What is equal
 * is skipped, so with few letters allowed it costs little more than a comparison.
 */
function editDistance(from: string, to: string, most: number, i = 0, j = 0): number {
  while (i < from.length && from[i] === to[j]) {
    i += 1;
    j += 1;
  }
  const rest = Math.max(from.length - i, to.length - j);
  if (rest === 0 || most === 0) return rest;
  const next = (overFrom: number, overTo: number) =>
    1 + editDistance(from, to, most - 1, i + overFrom, j + overTo);
  const swapped = from[i] === to[j + 1] && from[i + 1] === to[j];
  return Math.min(next(1, 1), next(1, 0), next(0, 1), swapped ? next(2, 2) : most + 1);
}
