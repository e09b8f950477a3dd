import { Injectable } from '@nestjs/common';
import { type JsonObject, ownValue } from '../../definition/json';
import type { WorkflowDefinition } from '../../definition/types';
import { type Caller, requirePermission } from '../auth/caller';
import { ApiError } from '../common/errors';
import { permissionFor } from '../managed-data/sql-permission';
import { DefinitionSecrets } from '../secrets/definition-secrets';
import { DefinitionsService } from '../workflows/definitions.service';
import { RunnableVersions, type Runnable } from '../workflows/runnable-versions.service';
import { triggerNodeIds } from '../workflows/trigger-nodes';
import { refuseArchived, runnableVersion } from '../workflows/workflow-state';
import { WorkflowStore } from '../workflows/workflow-store';
import type { InlineRunDto, RunWorkflowDto } from './run.dto';
import { RunStartService, type WantedRun } from './run-start.service';

type BackgroundParts = Omit<WantedRun, 'workflow' | 'runnable' | 'triggerNodeId'>;

/** Starts runs of workflows and of definitions that are sent along. */
@Injectable()
export class WorkflowRunService {
  constructor(
    private readonly store: WorkflowStore,
    private readonly versions: RunnableVersions,
    private readonly definitions: DefinitionsService,
    private readonly starter: RunStartService,
    private readonly secrets: DefinitionSecrets,
  ) {}

  /** The version given, else the live one, else the draft of a workflow that was never published. */
  async runWorkflow(caller: Caller, id: string, dto: RunWorkflowDto): Promise<string> {
    const workflow = await this.store.findRunnable(caller, id);
    refuseArchived(workflow);
    const version = dto.version ?? runnableVersion(workflow);
    const runnable = await this.versions.load(workflow, version);
    return this.starter.start(caller, {
      ...backgroundOf(dto),
      workflow: { id, name: workflow.name, version },
      runnable,
      triggerNodeId: dto.triggerNodeId,
    });
  }

  async runInline(caller: Caller, dto: InlineRunDto): Promise<string> {
    const runnable = await this.inline(caller, dto.definition);
    return this.starter.start(caller, { ...backgroundOf(dto), runnable });
  }

  /**
   * Compiles a definition that was sent along. Throws 400229 unless it starts by hand, and 403 when its caller may
   * not ask the database itself what the definition asks, in its blocks too.
   */
  async inline(caller: Caller, json: unknown): Promise<Runnable> {
    const definition = this.definitions.read(json);
    if (!startsByHand(definition)) throw new ApiError('triggerNotManual');
    const raw = definition as unknown as JsonObject;
    // Judged before it is sealed: what is refused leaves no secrets behind.
    const { organizationId } = caller;
    const runnable = await this.versions.compile(organizationId, raw);
    for (const sql of statementsOf(runnable.definition)) {
      requirePermission(caller, permissionFor(sql));
    }
    const sealed = await this.secrets.sealDefinition(organizationId, raw);
    return sealed === raw ? runnable : this.versions.compile(organizationId, sealed);
  }
}

/** Also true when its trigger is missing, which is a problem of another kind. */
function startsByHand(definition: WorkflowDefinition): boolean {
  const types = triggerNodeIds(definition).map((id) => ownValue(definition.nodes, id)?.type);
  return types.some((type) => type === undefined || type === 'manual');
}

/** Statements stand in a definition as they are: expressions go into their parameters. */
function statementsOf({ nodes }: WorkflowDefinition): string[] {
  const queries = Object.values(nodes).filter(({ type }) => type === 'db-query');
  return queries.map(({ payload: { sql } }) => (typeof sql === 'string' ? sql : ''));
}

function backgroundOf(dto: RunWorkflowDto | InlineRunDto): BackgroundParts {
  return {
    runId: dto.runId,
    payload: dto.payload ?? {},
    propValues: dto.propValues ?? {},
    simulate: dto.simulate ?? false,
    mocks: dto.mocks ?? {},
  };
}
