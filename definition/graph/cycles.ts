import type { Graph } from '../graph';
import { MAX_ISSUES } from '../issues';

type Edges = Pick<Graph, 'triggers' | 'children' | 'bodies'>;

export interface Cycles {
  /**
   * One for each edge that closes a circle, first node repeated at the end: without these edges there is no cycle.
   * At most one more than is reported.
   */
  cycles: readonly (readonly number[])[];
  order: readonly number[];
}

const NEW = 0;
const OPEN = 1;
const DONE = 2;

/** Depth-first along `children` and `loopBody`, without recursion. */
export function findCycles(edges: Edges): Cycles {
  const search = new Search(edges);
  for (const trigger of edges.triggers) search.from(trigger);
  edges.children.forEach((_, index) => {
    search.from(index);
  });
  return { cycles: search.cycles, order: search.done.reverse() };
}

class Search {
  readonly cycles: number[][] = [];
  readonly done: number[] = [];
  private readonly mark: number[];
  /** The nodes from the start to where the search is, with how many of their edges have been followed. */
  private readonly path: { node: number; next: number; targets: readonly number[] }[] = [];

  constructor(private readonly edges: Edges) {
    this.mark = edges.children.map(() => NEW);
  }

  from(start: number): void {
    if (this.mark[start] !== NEW) return;
    this.enter(start);
    for (let top = this.path.at(-1); top; top = this.path.at(-1)) {
      const target = top.targets[top.next];
      top.next += 1;
      if (target === undefined) this.leave(top.node);
      else if (this.mark[target] === NEW) this.enter(target);
      else if (this.mark[target] === OPEN) this.close(target);
    }
  }

  private enter(node: number): void {
    this.mark[node] = OPEN;
    const targets = [...(this.edges.children[node] ?? []), ...(this.edges.bodies[node] ?? [])];
    this.path.push({ node, next: 0, targets });
  }

  private leave(node: number): void {
    this.mark[node] = DONE;
    this.done.push(node);
    this.path.pop();
  }

  private close(target: number): void {
    if (this.cycles.length > MAX_ISSUES) return;
    const from = this.path.findIndex(({ node }) => node === target);
    this.cycles.push([...this.path.slice(from).map(({ node }) => node), target]);
  }
}
