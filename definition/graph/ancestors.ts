import type { Graph } from '../graph';

const BITS = 32;

/** Which nodes run before which. */
export interface Ancestors {
  /**
   * True when `other` settles before `node` starts, on some path: parents and what is before them, and for a node
   * in a loop what is before the loop. The loop itself is none, its result does not exist yet.
   */
  has(node: number, other: number): boolean;
}

/** One bit for each pair: 125 kB for 1,000 nodes. The graph must be sound. */
export function findAncestors(graph: Graph): Ancestors {
  const words = Math.ceil(graph.ids.length / BITS);
  const bits = new Uint32Array(graph.ids.length * words);
  const merge = (node: number, from: number): void => {
    for (let word = 0; word < words; word += 1) {
      bits[node * words + word] = at(node * words + word) | at(from * words + word);
    }
  };
  const at = (index: number): number => bits[index] ?? 0;
  for (const node of graph.order) {
    for (const loop of graph.holders[node] ?? []) merge(node, loop);
    for (const parent of graph.parents[node] ?? []) {
      merge(node, parent);
      const word = node * words + Math.floor(parent / BITS);
      bits[word] = at(word) | (1 << (parent % BITS));
    }
  }
  return {
    has: (node, other) =>
      (at(node * words + Math.floor(other / BITS)) & (1 << (other % BITS))) !== 0,
  };
}
