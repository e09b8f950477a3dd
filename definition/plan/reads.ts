import { references, type Reference } from '../expression/references';
import type { Plan, PlanNode } from './types';

/** All that a node reads, be it by way of the inputs of its block. */
export function readsOf({ payload, inputs }: Pick<PlanNode, 'payload' | 'inputs'>): Reference[] {
  return [...references(payload), ...(inputs ? references(inputs) : [])];
}

/** Keys of `$props` that a plan reads; `all` when it reads them as a whole. */
export function propsRead({ nodes }: Plan): ReadonlySet<string> | 'all' {
  const keys = new Set<string>();
  for (const { root, path } of nodes.flatMap(readsOf)) {
    if (root.kind !== 'props') continue;
    const [key] = path;
    if (key === undefined) return 'all';
    keys.add(key);
  }
  return keys;
}
