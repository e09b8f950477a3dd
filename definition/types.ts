import type { JsonObject } from './json';

/** A workflow as its author writes it (B3OS `WorkflowDefinition`). */
export interface WorkflowDefinition {
  nodes: Record<string, WorkflowNode>;
  /** Ids of the trigger nodes; absent means `["root"]`. */
  triggerNodeIds?: string[];
  /** Declared inputs, the second form of an input schema beside the trigger's `payload.inputSchema`. */
  inputSchema?: WorkflowInput[];
  /** Variables, see `variables.ts`. Those that the workflow has already win. */
  variableDefs?: JsonObject[];
  blockExpansions?: JsonObject;
  sensitivePropKeys?: string[];
}

export interface WorkflowInput {
  key: string;
  type?: 'string' | 'number' | 'boolean' | 'object' | 'array';
  required?: boolean;
  description?: string;
}

/** One step. Its id is its key in `nodes`. */
export interface WorkflowNode {
  type: string;
  payload: JsonObject;
  /** Ordered ids of the nodes that follow. */
  children?: string[];
  /** Which outcome of the parent this node belongs to: `then`, `else`, `resumed`, `timed_out`, `error`. */
  branch?: string;
  /** `for-each` only: ids of the nodes that start each iteration. */
  loopBody?: string[];
  connector?: ConnectorReference;
  description?: string;
  titleOverride?: string;
  resultSchema?: JsonObject;
  blockContext?: JsonObject;
  /** Overrides the retry of the action (an addition of Weft). */
  retry?: NodeRetry;
  /** Longest time for all attempts together, in milliseconds (an addition of Weft). */
  timeoutMs?: number;
}

export interface ConnectorReference {
  type: string;
  id?: string;
  chainId?: string | number;
  walletAddress?: string;
}

export interface NodeRetry {
  /** Attempts in all, the first included: 1 to 20. */
  maxAttempts?: number;
  /** Pause before the second attempt, in milliseconds. */
  initialIntervalMs?: number;
  /** Factor from pause to pause: 1 to 10. */
  backoff?: number;
}
