import type { Json, JsonObject } from '../../definition/json';
import type { Plan } from '../../definition/plan/types';
import type { Seed } from '../../definition/run-state/types';
import type { OrganizationContext } from '../../definition/organization';
import type { RunVariable } from '../../definition/variables';

/** Everything that is needed to start a run whose row is written. */
export interface StartableRun {
  runId: string;
  organizationId: string;
  /** Empty for an inline run. */
  workflowId: string;
  workflowName: string;
  workflowVersion: number;
  plan: Plan;
  triggerNodeId: string;
  /** What `$trigger` reads. */
  triggerResult: Json;
  /** The payload as it was given. */
  triggerInput: Json;
  props: JsonObject;
  /** As the run found them at its start; absent when its plan needs none. */
  variables?: readonly RunVariable[];
  /** The same of what `$org` reads. */
  organization?: OrganizationContext;
  /** Outcomes taken over from the run that this one retries, by address. */
  seeds: Record<string, Seed>;
}

/** A resume that the database has granted. */
export interface GrantedClaim {
  id: string;
  /** Address of the wait. */
  address: string;
  /** Empty for a plain wait. */
  name?: string;
  payload: Json;
  /** `manual` or the trigger type that woke it. */
  source: string;
}

/**
 * What the API needs of the engine. Each call may be repeated. A call that fails is made good by the
 * reconciler as long as the row is written: an unstarted run is started, an unacknowledged claim signalled.
 */
export abstract class RunEngine {
  /** Starts the run; one that has started already stays as it is. */
  abstract startRun(run: StartableRun): Promise<void>;

  /**
   * Drives the run in virtual time, touching nothing outside, and records its events. `mocks` are
   * results by node address. Resolves when the run is taken on, not when it ends.
   * @returns false when it is under way already, or there is no room and it will be taken on later
   */
  abstract simulate(run: StartableRun, mocks: JsonObject): Promise<boolean>;

  /** Asks a run to stop. Resolves when it has been told, not when it has ended. */
  abstract cancelRun(runId: string): Promise<void>;

  abstract signalClaim(runId: string, claim: GrantedClaim): Promise<void>;

  /** Whether the engine can take runs now. */
  abstract ready(): Promise<boolean>;
}
