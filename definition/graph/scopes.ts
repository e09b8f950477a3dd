import type { Graph } from '../graph';

type Edges = Pick<Graph, 'triggers' | 'children' | 'bodies' | 'parents' | 'holders'>;

/** Scope of a node outside of all loops. */
export const TOP = -1;
const UNSEEN = -2;

/**
 * Gives each node the loop whose body holds it. Children stay in the scope of their parents, `loopBody` opens a new one.
 * What is outside is settled first, so a node that hangs in two scopes counts as outside.
 */
export function assignScopes(edges: Edges): Pick<Graph, 'scope' | 'reached' | 'strays' | 'torn'> {
  const flood = new Flood(edges);
  flood.from(edges.triggers);
  const torn = [...flood.torn];
  const reached = flood.scope.map((scope) => scope !== UNSEEN);
  const strays = reached.flatMap((isReached, index) => {
    const isLedTo = [edges.parents, edges.holders].some((sources) => sources[index]?.length);
    return isReached || isLedTo ? [] : [index];
  });
  flood.from(strays);
  // Only cycles that nothing leads to are left.
  flood.scope.forEach((scope, index) => {
    if (scope !== UNSEEN) return;
    strays.push(index);
    flood.from([index]);
  });
  return { scope: flood.scope, reached, strays, torn };
}

class Flood {
  readonly scope: number[];
  readonly torn = new Set<number>();

  constructor(private readonly edges: Edges) {
    this.scope = edges.children.map(() => UNSEEN);
  }

  /** Starts at the top and goes from there into the loops, the outer before the inner. */
  from(starts: readonly number[]): void {
    const loops: number[] = this.fill(TOP, starts);
    for (const loop of loops) loops.push(...this.fill(loop, this.edges.bodies[loop] ?? []));
  }

  /** Spreads one scope along `children` and returns the loops met on the way. */
  private fill(scope: number, starts: readonly number[]): number[] {
    const loops: number[] = [];
    const rest = starts.filter((node) => this.take(node, scope));
    for (const node of rest) {
      if (this.edges.bodies[node]?.length) loops.push(node);
      for (const child of this.edges.children[node] ?? []) {
        if (this.take(child, scope)) rest.push(child);
      }
    }
    return loops;
  }

  /** True when the node was free. */
  private take(node: number, scope: number): boolean {
    const known = this.scope[node];
    if (known === UNSEEN) {
      this.scope[node] = scope;
      return true;
    }
    if (known !== scope) this.torn.add(node);
    return false;
  }
}
