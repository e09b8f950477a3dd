import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { JsonObject } from '../../definition/json';
import { MAX_VARIABLES } from '../../definition/limits';
import type { WorkflowDefinition } from '../../definition/types';
import type { Plan } from '../../definition/plan/types';
import { declaredVariables, type VariableDef } from '../../definition/variables';
import type { Caller } from '../auth/caller';
import { ApiError } from '../common/errors';
import { poolOf } from '../database/data-source';
import { Workflow, WorkflowVersion } from '../database/entities';
import { run, type Statement } from '../record/statements';
import { ADD_VARIABLES, VARIABLES_OF_WORKFLOW } from '../record/workflow-variables';
import { holdRestrictions } from '../restrictions/restriction-lock';
import { outlineOf } from './outline';
import { maySee } from './workflow-access';
import { shownVersion } from './workflow-state';
import { writeUses } from './workflow-uses';

/** What a run asks of its workflow. */
export type RunnableWorkflow = Pick<
  Workflow,
  | ('organizationId' | 'id' | 'name' | 'status' | 'visibility' | 'ownerUserId')
  | ('currentVersion' | 'draftVersion' | 'liveVersion')
>;

/** Prepared once on each connection: it is part of every start. */
const FIND_RUNNABLE: Statement = {
  name: 'weft_find_runnable',
  text: `SELECT organization_id AS "organizationId", id, name, status, visibility,
      owner_user_id AS "ownerUserId",
      current_version AS "currentVersion", draft_version AS "draftVersion",
      live_version AS "liveVersion"
    FROM workflows WHERE organization_id = $1 AND id = $2`,
};

/** Rows of workflows and their versions. A version that is written never changes. */
@Injectable()
export class WorkflowStore {
  constructor(private readonly dataSource: DataSource) {}

  async find(caller: Caller, id: string): Promise<Workflow> {
    const { organizationId } = caller;
    const workflow = await this.dataSource.manager.findOneBy(Workflow, { organizationId, id });
    if (workflow === null || !maySee(caller, workflow)) throw new ApiError('workflowNotFound');
    return workflow;
  }

  exists({ organizationId }: Caller, id: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(Workflow, { organizationId, id });
  }

  async findRunnable(caller: Caller, id: string): Promise<RunnableWorkflow> {
    const parameters = [caller.organizationId, id];
    const [workflow] = await run<RunnableWorkflow>(
      poolOf(this.dataSource),
      FIND_RUNNABLE,
      parameters,
    );
    if (workflow === undefined || !maySee(caller, workflow)) throw new ApiError('workflowNotFound');
    return workflow;
  }

  async version(
    { organizationId, id }: Pick<Workflow, 'organizationId' | 'id'>,
    number: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<WorkflowVersion> {
    const where = { organizationId, workflowId: id, number };
    const version = await manager.findOneBy(WorkflowVersion, where);
    if (version === null) throw new ApiError('versionNotFound');
    return version;
  }

  /** The variables that the workflow has. */
  async variables(
    { organizationId, id }: Pick<Workflow, 'organizationId' | 'id'>,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<VariableDef[]> {
    return manager.query<VariableDef[]>(VARIABLES_OF_WORKFLOW.text, [organizationId, id]);
  }

  /**
   * Changes a workflow while nobody else does, and while the restrictions of its organization stay as they are. What `change` leaves on the entity is saved under the caller's name.
   */
  async change<T>(
    caller: Caller,
    id: string,
    change: (workflow: Workflow, manager: EntityManager) => T | Promise<T>,
  ): Promise<T> {
    const { organizationId, principal } = caller;
    return this.dataSource.transaction(async (manager) => {
      await holdRestrictions(manager, organizationId);
      const workflow = await manager.findOne(Workflow, {
        where: { organizationId, id },
        lock: { mode: 'pessimistic_write' },
      });
      if (workflow === null || !maySee(caller, workflow)) throw new ApiError('workflowNotFound');
      const before = new Map<string, unknown>(Object.entries(workflow));
      const result = await change(workflow, manager);
      const isChanged = (field: keyof Workflow): boolean => workflow[field] !== before.get(field);
      if (!(Object.keys(workflow) as (keyof Workflow)[]).some(isChanged)) return result;
      workflow.updatedBy = principal.id;
      await manager.save(workflow);
      if (isChanged('draftVersion') || isChanged('liveVersion')) await writeUses(manager, workflow);
      return result;
    });
  }

  /** Writes a version. SQL, since TypeORM's types do not get through the plan's. */
  async insertVersion(
    manager: EntityManager,
    { organizationId, id }: Pick<Workflow, 'organizationId' | 'id'>,
    version: { number: number; definition: JsonObject; createdBy: string },
  ): Promise<void> {
    const text = JSON.stringify(version.definition);
    await manager.query(
      `INSERT INTO workflow_versions
         (organization_id, workflow_id, number, definition, content_hash, created_by, outline)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[organizationId, id, version.number, text, hashOf(text), version.createdBy],
        JSON.stringify(outlineOf(version.definition as unknown as WorkflowDefinition)),
      ],
    );
    await this.addVariables(manager, { organizationId, id }, version.definition);
  }

  /** What the definition declares and the workflow does not have yet. What it has stays as it is. */
  private async addVariables(
    manager: EntityManager,
    { organizationId, id }: Pick<Workflow, 'organizationId' | 'id'>,
    { variableDefs }: JsonObject,
  ): Promise<void> {
    const declared = declaredVariables(Array.isArray(variableDefs) ? variableDefs : []);
    if (declared.length === 0) return;
    await manager.query(ADD_VARIABLES, [
      organizationId,
      id,
      JSON.stringify(declared),
      MAX_VARIABLES,
    ]);
  }

  /** Makes the definition the draft, as a new version unless it is what the workflow shows already. */
  async saveDraft(
    manager: EntityManager,
    workflow: Workflow,
    definition: JsonObject,
    { principal: { id: createdBy } }: Caller,
  ): Promise<void> {
    const shown = await this.version(workflow, shownVersion(workflow), manager);
    if (shown.contentHash === hashOf(JSON.stringify(definition))) return;
    const number = workflow.currentVersion + 1;
    await this.insertVersion(manager, workflow, { number, definition, createdBy });
    workflow.currentVersion = number;
    workflow.draftVersion = number;
  }

  /** Keeps the plan of a version; the same definition always gives the same plan. */
  async storePlan(
    { organizationId, workflowId, number }: WorkflowVersion,
    plan: Plan,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    await manager.query(
      `UPDATE workflow_versions SET plan = $4
       WHERE organization_id = $1 AND workflow_id = $2 AND number = $3`,
      [organizationId, workflowId, number, JSON.stringify(plan)],
    );
  }

  /** Notes that a version goes live, the first time that it does. */
  async markPublished(
    { organizationId, workflowId, number }: WorkflowVersion,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `UPDATE workflow_versions SET published_at = $4
       WHERE organization_id = $1 AND workflow_id = $2 AND number = $3 AND published_at IS NULL`,
      [organizationId, workflowId, number, new Date()],
    );
  }
}

/** Equal for the same JSON text, so the order of keys counts, as it does for siblings. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
