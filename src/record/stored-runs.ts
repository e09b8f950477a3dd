import type { Pool } from 'pg';
import { setOwn, type Json, type JsonObject } from '../../definition/json';
import type { Plan } from '../../definition/plan/types';
import type { Seed } from '../../definition/run-state/types';
import type { OrganizationContext } from '../../definition/organization';
import type { RunVariable } from '../../definition/variables';
import type { StartableRun } from '../runs/run-engine';

/** Where a run stands among others. */
export interface RunPlace {
  /** Levels of `trigger-workflow` above it. */
  depth: number;
  /** The run that waits for it. */
  parent?: { runId: string; address: string };
}

/** A run as its rows have it. */
export interface StoredRun {
  run: StartableRun;
  place: RunPlace;
  isSimulation: boolean;
  /** Simulations only: results by node address. */
  mocks: JsonObject;
}

/** Everything a start needs, read back from the rows: for the reconciler, and for a retry. */
export class StoredRuns {
  constructor(private readonly pool: Pool) {}

  /** Undefined when the run is unknown or its version was never compiled. */
  async load(organizationId: string, runId: string): Promise<StoredRun | undefined> {
    const { rows } = await this.pool.query<Row>(
      `SELECT r.workflow_id, r.workflow_version, r.trigger_node_id, r.trigger_payload,
         r.trigger_result, r.prop_values, r.variables, r.organization_context, r.source_run_id, r.is_simulation, r.mocks, r.depth,
         r.parent_run_id, r.parent_path, r.parent_waits,
         coalesce(w.name, '') AS workflow_name, coalesce(r.plan, v.plan) AS plan
       FROM runs r
       LEFT JOIN workflows w ON w.organization_id = r.organization_id AND w.id = r.workflow_id
       LEFT JOIN workflow_versions v ON v.organization_id = r.organization_id
         AND v.workflow_id = r.workflow_id AND v.number = r.workflow_version
       WHERE r.organization_id = $1 AND r.id = $2`,
      [organizationId, runId],
    );
    const [row] = rows;
    if (!row?.plan) return undefined;
    const { source_run_id: source, parent_run_id: parent, parent_path: address } = row;
    return {
      run: {
        runId,
        organizationId,
        workflowId: row.workflow_id,
        workflowName: row.workflow_name,
        workflowVersion: row.workflow_version,
        plan: row.plan,
        triggerNodeId: row.trigger_node_id,
        triggerResult: row.trigger_result,
        triggerInput: row.trigger_payload,
        props: row.prop_values,
        ...(row.variables && { variables: row.variables }),
        ...(row.organization_context && { organization: row.organization_context }),
        seeds: source === null ? {} : await this.seeds(organizationId, source),
      },
      place: {
        depth: row.depth,
        ...(row.parent_waits &&
          parent !== null &&
          address !== null && { parent: { runId: parent, address } }),
      },
      isSimulation: row.is_simulation,
      mocks: row.mocks ?? {},
    };
  }

  /** What succeeded in a run, by address: a retry takes it over. */
  async seeds(organizationId: string, runId: string): Promise<Record<string, Seed>> {
    const { rows } = await this.pool.query<{
      path: string;
      status: Seed['status'];
      result: Json;
      branch: string | null;
    }>(
      `SELECT path, status, result, branch FROM run_nodes
       WHERE organization_id = $1 AND run_id = $2 AND status IN ('success', 'partial')
       ORDER BY first_seq`,
      [organizationId, runId],
    );
    const seeds: Record<string, Seed> = {};
    for (const { path, status, result, branch } of rows) {
      setOwn(seeds, path, { status, result, ...(branch !== null && { branch }) });
    }
    return seeds;
  }
}

interface Row {
  workflow_id: string;
  workflow_version: number;
  workflow_name: string;
  trigger_node_id: string;
  trigger_payload: Json;
  trigger_result: Json;
  prop_values: JsonObject;
  variables: RunVariable[] | null;
  organization_context: OrganizationContext | null;
  source_run_id: string | null;
  is_simulation: boolean;
  mocks: JsonObject | null;
  depth: number;
  parent_run_id: string | null;
  parent_path: string | null;
  parent_waits: boolean;
  plan: Plan | null;
}
