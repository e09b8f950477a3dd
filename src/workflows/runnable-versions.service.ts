import { Injectable } from '@nestjs/common';
import type { Plan } from '../../definition/plan/types';
import type { JsonObject } from '../../definition/json';
import type { WorkflowDefinition } from '../../definition/types';
import type { Workflow } from '../database/entities';
import { DefinitionsService } from './definitions.service';
import { compileInputCheck, type InputCheck } from './input-check';
import { WorkflowStore } from './workflow-store';

/** A definition with everything a start needs. */
export interface Runnable {
  definition: WorkflowDefinition;
  plan: Plan;
  /** Checks the payload of a run that starts at this trigger. */
  inputCheck(triggerNodeId: string): InputCheck;
}

const MAX_KEPT = 200;
/** JSON text of a plan, in UTF-16 units: larger ones are read again each time. */
const MAX_KEPT_SIZE = 100_000;

/** Versions as they run. A version never changes, so what was read once is kept for a while. */
@Injectable()
export class RunnableVersions {
  private readonly kept = new Map<string, Runnable>();

  constructor(
    private readonly store: WorkflowStore,
    private readonly definitions: DefinitionsService,
  ) {}

  /** Throws 404002 when there is no such version and 400228 when it has problems. */
  async load(workflow: Pick<Workflow, 'organizationId' | 'id'>, number: number): Promise<Runnable> {
    const key = `${workflow.organizationId} ${workflow.id} ${number}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const version = await this.store.version(workflow, number);
    const plan = version.plan ?? (await this.planOf(workflow, version.definition));
    if (version.plan === null) await this.store.storePlan(version, plan);
    const runnable = toRunnable(version.definition, plan);
    if (JSON.stringify(plan).length <= MAX_KEPT_SIZE) this.keep(key, runnable);
    return runnable;
  }

  /** For a definition that is not saved. Throws 400228 when it has problems. */
  async compile(organizationId: string, json: JsonObject): Promise<Runnable> {
    const around = { variables: [] };
    const { definition, plan } = await this.definitions.compile(organizationId, json, around);
    return toRunnable(definition, plan);
  }

  private async planOf(
    workflow: Pick<Workflow, 'organizationId' | 'id'>,
    definition: JsonObject,
  ): Promise<Plan> {
    const variables = await this.store.variables(workflow);
    const { organizationId } = workflow;
    return (await this.definitions.compile(organizationId, definition, { variables })).plan;
  }

  private keep(key: string, runnable: Runnable): void {
    this.kept.set(key, runnable);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MAX_KEPT && oldest !== undefined) this.kept.delete(oldest);
  }
}

/** What has a plan has been read and judged before. */
function toRunnable(json: JsonObject, plan: Plan): Runnable {
  const definition = json as unknown as WorkflowDefinition;
  const checks = new Map<string, InputCheck>();
  return {
    definition,
    plan,
    inputCheck: (triggerNodeId) => {
      const check = checks.get(triggerNodeId) ?? compileInputCheck(definition, triggerNodeId);
      checks.set(triggerNodeId, check);
      return check;
    },
  };
}
