import { findCycles, type Cycles } from './graph/cycles';
import { assignScopes, TOP } from './graph/scopes';
import type { WorkflowDefinition } from './types';

export { TOP } from './graph/scopes';

/** How the nodes of a definition hang together, every node by its place in `nodes`. Ids that do not exist are left out. */
export interface Graph {
  ids: readonly string[];
  indexById: ReadonlyMap<string, number>;
  /** Nodes where a run may start. */
  triggers: readonly number[];
  /** In list order, each once; never a trigger. */
  children: readonly (readonly number[])[];
  /** First nodes of the body of a loop, in list order. */
  bodies: readonly (readonly number[])[];
  /** Those that list it in `children`, in definition order. */
  parents: readonly (readonly number[])[];
  /** Those that list it in `loopBody`, in definition order. */
  holders: readonly (readonly number[])[];
  /** The loop whose body holds the node, or {@link TOP}. */
  scope: readonly number[];
  /** Whether a path leads there from a trigger. */
  reached: readonly boolean[];
  /** Where the parts begin that are not reached. */
  strays: readonly number[];
  /** Nodes that hang in two scopes at once. */
  torn: readonly number[];
  cycles: Cycles['cycles'];
  /** Every node after all that lead to it, when there is no cycle. */
  order: readonly number[];
}

/** The ids a run may start at: `triggerNodeIds`, or `root` when there are none. */
export function triggerIds(definition: WorkflowDefinition): readonly string[] {
  const ids = definition.triggerNodeIds ?? [];
  return ids.length > 0 ? ids : ['root'];
}

/** Costs time and memory proportional to the definition. */
export function buildGraph(definition: WorkflowDefinition): Graph {
  const nodes = Object.entries(definition.nodes);
  const ids = nodes.map(([id]) => id);
  const indexById = new Map(ids.map((id, index) => [id, index]));
  const triggers = resolve(triggerIds(definition), indexById, new Set());
  const notInto = new Set(triggers);
  const children = nodes.map(([, node]) => resolve(node.children ?? [], indexById, notInto));
  const bodies = nodes.map(([, node]) => resolve(node.loopBody ?? [], indexById, notInto));
  const edges = {
    triggers,
    children,
    bodies,
    parents: reverse(children),
    holders: reverse(bodies),
  };
  return { ids, indexById, ...edges, ...assignScopes(edges), ...findCycles(edges) };
}

/** The loops that hold a node, the innermost first. */
export function enclosingLoops(graph: Graph, node: number): number[] {
  const loops: number[] = [];
  for (let loop = graph.scope[node] ?? TOP; loop !== TOP; loop = graph.scope[loop] ?? TOP) {
    loops.push(loop);
  }
  return loops;
}

/** True when every node has one place: only then can it be said what runs before what. */
export function isSound(graph: Graph): boolean {
  return graph.cycles.length === 0 && graph.torn.length === 0;
}

function resolve(
  ids: readonly string[],
  indexById: ReadonlyMap<string, number>,
  without: ReadonlySet<number>,
): number[] {
  const found = new Set<number>();
  for (const id of ids) {
    const index = indexById.get(id);
    if (index !== undefined && !without.has(index)) found.add(index);
  }
  return [...found];
}

function reverse(edges: readonly (readonly number[])[]): number[][] {
  const sources: number[][] = edges.map(() => []);
  edges.forEach((targets, source) => {
    for (const target of targets) sources[target]?.push(source);
  });
  return sources;
}
