import type { Json, JsonObject } from '../definition/json';
import type { RunLimits, Seed } from '../definition/run-state/types';
import type { OrganizationContext } from '../definition/organization';
import type { RunVariable } from '../definition/variables';

/** Workflow type of a run, as the Temporal UI shows it. */
export const RUN_WORKFLOW = 'B3WorkflowRun';
/** Workflow type of one `send-webhook` delivery. */
export const DELIVERY_WORKFLOW = 'B3WebhookDelivery';

/** Signal: a claim granted by the database, for a wait or for a child that ended. */
export const CLAIM_SIGNAL = 'claim';

/** Argument of {@link CLAIM_SIGNAL}. */
export interface ClaimSignal {
  id: string;
  address: string;
  kind: 'resume' | 'child';
  name?: string;
  payload: Json;
  source: string;
}

/** First argument of `B3WorkflowRun`; the second is the plan, the third the state of a continued run. */
export interface RunStart {
  /** Behaviour of the interpreter, see `versions.ts`. */
  engineVersion: number;
  runId: string;
  organizationId: string;
  /** Empty for an inline run. */
  workflowId: string;
  workflowName: string;
  workflowVersion: number;
  triggerNodeId: string;
  /** The trigger's result: `{...payload, body: payload, triggeredAt}`. */
  triggerResult: Json;
  /** The payload as it was given. */
  triggerInput: Json;
  props: JsonObject;
  /** As the run found them at its start; absent when its plan needs none. */
  variables?: readonly RunVariable[];
  /** The same of what `$org` reads. */
  organization?: OrganizationContext;
  limits: RunLimits & {
    /** History events after which the run continues as new. */
    maxHistoryEvents: number;
    /** Youngest age of a Temporal run that is cut, in milliseconds: younger ones pay a pause for it. */
    minCutAgeMs: number;
  };
  seeds: Record<string, Seed>;
  /** The run that waits for this one. */
  parent?: { runId: string; address: string };
  /** Whether the search attributes are registered: an upsert of an unknown one would block the run. */
  searchable: boolean;
  /** How deep in a chain of `trigger-workflow`: 0 at the top. */
  depth: number;
}

export interface DeliveryStart {
  organizationId: string;
  deliveryId: string;
  maxRetries: number;
}

/** Search attributes of a run, all Keyword: no user data in them. */
export const SEARCH_ATTRIBUTES = {
  organization: 'WeftOrganizationId',
  workflow: 'WeftWorkflowId',
  status: 'WeftRunStatus',
  wait: 'WeftCurrentWait',
} as const;
