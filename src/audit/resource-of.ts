export interface AuditedResource {
  /** As it is called in the URL, in the singular. */
  type: string;
  id: string | null;
  /** The run that it is, belongs to or has started. */
  runId: string | null;
}

/** Collections whose name has no plural. */
const UNCOUNTABLE: ReadonlySet<string> = new Set(['knowledge']);

/** What a request is about: what its path names last, or what it has made. */
export function resourceOf(
  pattern: string,
  params: Readonly<Record<string, string>>,
  data: ReadonlyMap<string, string> = new Map(),
): AuditedResource {
  const segments = pattern.split('/').filter((segment) => segment !== '' && segment !== 'v1');
  const { type, id } = named(segments, params, data);
  const runAt = segments.indexOf('runs');
  const inPath = runAt < 0 ? undefined : valueOf(segments[runAt + 1], params);
  const started = data.get('runId') ?? (type === 'run' ? data.get('id') : undefined);
  return { type, id: id ?? null, runId: started ?? inPath ?? null };
}

/** The texts of an answer by the name of their field, its ids among them. */
export function textsOf(answer: unknown): ReadonlyMap<string, string> {
  const data: unknown = isObject(answer) && 'data' in answer ? answer.data : undefined;
  if (!isObject(data)) return new Map();
  return new Map(
    Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function named(
  segments: readonly string[],
  params: Readonly<Record<string, string>>,
  data: ReadonlyMap<string, string>,
): { type: string; id: string | undefined } {
  for (let at = segments.length - 1; at >= 0; at--) {
    const segment = segments[at] ?? '';
    if (segment.startsWith(':')) {
      return { type: singular(segments[at - 1] ?? ''), id: valueOf(segment, params) };
    }
    if (segment.endsWith('s') || UNCOUNTABLE.has(segment)) {
      return {
        type: singular(segment),
        id: data.get('id') ?? data.get('runId') ?? data.get('tagId'),
      };
    }
  }
  return { type: segments[0] ?? '', id: data.get('id') };
}

function valueOf(
  segment: string | undefined,
  params: Readonly<Record<string, string>>,
): string | undefined {
  if (segment?.startsWith(':') !== true) return undefined;
  const name = segment.slice(1);
  return Object.hasOwn(params, name) ? params[name] : undefined;
}

function singular(plural: string): string {
  if (plural === 'orgs') return 'organization';
  return plural.replace(/ies$/, 'y').replace(/s$/, '');
}
