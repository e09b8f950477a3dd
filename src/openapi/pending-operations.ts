import { OPERATIONS } from '../auth/operations';
import { B3OS_OPERATIONS, type B3osOperation } from './b3os-operations';

/** What B3OS has and Weft has not yet: an operation leaves by getting its row in the table of operations. */
export const PENDING_OPERATIONS: readonly B3osOperation[] = B3OS_OPERATIONS.filter(
  ({ id }) => !Object.hasOwn(OPERATIONS, id),
);

/** Method and path of a route. Parameters are `{id}` or `:id`. */
export interface RoutePath {
  method: string;
  path: string;
}

interface Pattern {
  /** In lower case, as the router compares them; a parameter is undefined. */
  segments: readonly (string | undefined)[];
  pending: B3osOperation | undefined;
}

/**
 * Tells a request for a pending operation from one that a route answers. Of two patterns that fit, the one with
 * text at the first place where they differ is meant: `/v1/workflows/counts` is not a workflow called `counts`.
 */
export class PendingOperations {
  private readonly patterns = new Map<string, Pattern[]>();

  constructor(pending: readonly B3osOperation[], routes: readonly RoutePath[]) {
    for (const operation of pending) this.add(operation, operation);
    for (const route of routes) this.add(route, undefined);
    for (const patterns of this.patterns.values()) patterns.sort(bySpecificity);
  }

  find(method: string, path: string): B3osOperation | undefined {
    const segments = segmentsOf(path);
    const patterns = this.patterns.get(`${method} ${segments.length}`) ?? [];
    return patterns.find((pattern) => fits(pattern, segments))?.pending;
  }

  private add({ method, path }: RoutePath, pending: B3osOperation | undefined): void {
    const segments = segmentsOf(path).map((segment) =>
      isParameter(segment) ? undefined : segment,
    );
    const key = `${method} ${segments.length}`;
    const patterns = this.patterns.get(key) ?? [];
    this.patterns.set(key, [...patterns, { segments, pending }]);
  }
}

const segmentsOf = (path: string): string[] =>
  path
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');

const isParameter = (segment: string): boolean => /^(:|\{)/.test(segment);

const fits = ({ segments }: Pattern, path: readonly string[]): boolean =>
  segments.every((segment, index) => segment === undefined || segment === path[index]);

/** Text before parameters; a route before what is pending at the same place. */
function bySpecificity(a: Pattern, b: Pattern): number {
  const differs = a.segments.findIndex(
    (segment, index) => (segment === undefined) !== (b.segments[index] === undefined),
  );
  if (differs >= 0) return a.segments[differs] === undefined ? 1 : -1;
  return Number(a.pending !== undefined) - Number(b.pending !== undefined);
}
