import type { NodeSpec } from '../definition/catalog';
import type { Json, JsonObject } from '../definition/json';

/** What an action sees beside its input. */
export interface ActionContext {
  organizationId: string;
  runId: string;
  workflowId: string;
  nodeId: string;
  /** Address of the node, such as `loop[3]/charge`. */
  address: string;
  attempt: number;
  /** The same for every attempt of this node: run id and address. Pass it on where a service takes one. */
  idempotencyKey: string;
  /** Aborted on cancellation and when the attempt's time is up. */
  signal: AbortSignal;
}

/**
 * One action of the catalog: one file, one spec, one line in `catalog.ts`.
 * `run` throws {@link ActionError} for what the author of a workflow should see.
 */
export interface Action {
  spec: NodeSpec;
  run(input: JsonObject, context: ActionContext): Promise<Json>;
}

/** A failure with a stable code. `retryable: false` when a repeat can't mend it. */
export class ActionError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly retryable = false,
  ) {
    super(message);
    this.name = 'ActionError';
  }
}
