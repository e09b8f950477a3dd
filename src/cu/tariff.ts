import type { Catalog, NodeSpec } from '../../definition/catalog';
import type { ProgressEvent } from '../../definition/progress';
import { StartError } from '../config/start-error';

/** Classes of node types, as B3OS names them. */
export type CostClass = 'trigger' | 'logic' | 'builtIn' | 'dynamic';

/** What a node costs whose type has no price of its own: calls of other services cost the most. */
export const DEFAULT_COSTS: Readonly<Record<CostClass, number>> = {
  trigger: 1,
  logic: 1,
  builtIn: 1,
  dynamic: 5,
};

/** So that the total of a run with 100,000 nodes is an integer of PostgreSQL. */
export const MAX_COST = 10_000;

export interface Cost {
  type: string;
  class: CostClass;
  cost: number;
  /** Whether the operator has set it. */
  isOwn: boolean;
}

/** The price list: what a node of each type costs, in whole compute units. */
export class Tariff {
  private readonly costs: ReadonlyMap<string, Cost>;

  /** Throws {@link StartError} for a price of a type that the catalog lacks. */
  constructor(catalog: Catalog, own: ReadonlyMap<string, number> = new Map()) {
    for (const type of own.keys()) {
      if (!catalog.has(type)) throw new StartError(`WEFT_CU_COSTS: there is no node type ${type}.`);
    }
    this.costs = new Map(
      [...catalog.values()].map((spec) => [spec.type, costOf(spec, own.get(spec.type))]),
    );
  }

  list(): Cost[] {
    return [...this.costs.values()];
  }

  isTrigger(type: string): boolean {
    return this.costs.get(type)?.class === 'trigger';
  }

  /**
   * A node costs once, when it is through, however many attempts it took; what was skipped, cancelled or
   * taken over from another run costs nothing.
   */
  price({ type, nodeType, reused }: ProgressEvent): number {
    const isThrough = type === 'node_completed' || type === 'node_failed';
    if (!isThrough || reused === true || nodeType === undefined) return 0;
    return this.costs.get(nodeType)?.cost ?? DEFAULT_COSTS.dynamic;
  }
}

function costOf(spec: NodeSpec, own: number | undefined): Cost {
  const { type } = spec;
  const costClass = classOf(spec);
  return {
    type,
    class: costClass,
    cost: own ?? DEFAULT_COSTS[costClass],
    isOwn: own !== undefined,
  };
}

function classOf({ execution, category }: NodeSpec): CostClass {
  if (execution === 'trigger') return 'trigger';
  if (category === 'Logic') return 'logic';
  return category === 'Built-in' ? 'builtIn' : 'dynamic';
}
