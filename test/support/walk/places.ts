/**
 * Where a path names something: each `{parameter}` with what stands before it, back to the nearest fixed segment, such
 * as `workflows/{id}` and `similar/{type}/{id}`.
 */
export function placesIn(path: string): string[] {
  const segments = path.split('/').filter((segment) => segment !== '');
  return segments.flatMap((segment, index) => {
    if (!segment.includes('{')) return [];
    const before = segments.slice(0, index).findLastIndex((one) => !one.includes('{'));
    return [segments.slice(Math.max(before, 0), index + 1).join('/')];
  });
}

/** The same for everybody: no ids of records. */
export const PLAIN: ReadonlyMap<string, string> = new Map([
  ['actions/{type}', 'log'],
  ['triggers/{type}', 'manual'],
  ['nodes/{nodeId}', 'root'],
  ['variables/{name}', 'counter'],
  ['tables/{tableName}', 'notes'],
  ['versions/{versionNumber}', '1'],
  ['releases/{releaseVersion}', '1'],
  ['similar/{type}', 'workflow'],
  ['statistics/{type}', 'action'],
  ['statistics/{type}/{id}', 'log'],
  ['action/{id}', 'log'],
]);

/** What stands in a place of a path: the same for everybody, or a record. */
export type Named = (place: string) => string | undefined;

/** The places in a path that name a record. */
export function recordPlacesIn(path: string): string[] {
  return placesIn(path).filter((place) => !PLAIN.has(place));
}

/** The path with each place filled in; throws for one that nothing is known for. */
export function fillIn(path: string, named: Named): string {
  const places = placesIn(path);
  return path.replace(/\{\w+\}/g, (parameter) => {
    const place = places.shift() ?? parameter;
    const value = PLAIN.get(place) ?? named(place);
    if (value === undefined) throw new Error(`${path}: make a record for ${place}.`);
    return encodeURIComponent(value);
  });
}

/** An id of the same form that nobody has. */
export function unknownLike(id: string): string {
  if (id.startsWith('0x')) return id.replace(/.{4}$/, (end) => (end === '0000' ? '1111' : '0000'));
  return id.replace(/[0-9A-Za-z]{4}$/, (end) => (end === 'zzzz' ? 'yyyy' : 'zzzz'));
}
