import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { JsonObject } from '../../definition/json';
import type { WorkflowDefinition } from '../../definition/types';
import type { Caller } from '../auth/caller';
import { Workflow } from '../database/entities';
import { idFor, isMadeBefore } from '../idempotency/repeated-ids';
import { RunCounts } from '../run-counts/run-counts.service';
import { DefinitionSecrets } from '../secrets/definition-secrets';
import { settingsOf } from '../templates/template-content';
import { TemplateForks } from '../templates/template-forks';
import { DefinitionsService } from './definitions.service';
import { workflowType } from './trigger-nodes';
import { TriggerSecrets } from './trigger-secrets.service';
import type { CreateWorkflowDto, UpdateWorkflowDto } from './workflow.dto';
import { WorkflowActivation } from './workflow-activation.service';
import type { WorkflowView } from './workflow.response';
import { WorkflowViews } from './workflow-views.service';
import { expectVersion, refuseArchived, shownVersion } from './workflow-state';
import { writeUses } from './workflow-uses';
import { WorkflowStore } from './workflow-store';

@Injectable()
export class WorkflowsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: WorkflowStore,
    private readonly definitions: DefinitionsService,
    private readonly secrets: DefinitionSecrets,
    private readonly triggerSecrets: TriggerSecrets,
    private readonly views: WorkflowViews,
    private readonly templates: TemplateForks,
    private readonly activation: WorkflowActivation,
    private readonly runs: RunCounts,
  ) {}

  async create(caller: Caller, dto: CreateWorkflowDto): Promise<WorkflowView> {
    const id = idFor(caller, 'wf');
    if (await isMadeBefore(caller, () => this.store.exists(caller, id)))
      return this.get(caller, id);
    const fork = await this.templates.make(caller, dto);
    const read = this.definitions.read(fork === undefined ? dto.definition : fork.definition);
    const parsed = await this.definitions.pin(caller.organizationId, read);
    const { maxRuns, cooldownMs, uiMetadata } = settingsOf(dto, fork?.template.shown ?? {});
    const {
      organizationId,
      principal: { id: createdBy },
    } = caller;
    const definition = await this.secrets.sealDefinition(organizationId, asJson(parsed));
    await this.dataSource.transaction(async (manager) => {
      const workflow = Object.assign(new Workflow(), {
        ...{ organizationId, id, createdBy, name: dto.name },
        ...{ ownerUserId: createdBy, updatedBy: createdBy },
        description: dto.description ?? fork?.template.shown.description ?? '',
        sourceTemplateId: fork?.template.id ?? null,
        type: workflowType(parsed),
        currentVersion: 1,
        draftVersion: 1,
        ...{ maxRuns, cooldownMs, uiMetadata, remainRuns: maxRuns },
        publicRunCooldownSeconds: dto.publicRunCooldownSeconds ?? null,
        publicRunDailyLimit: dto.publicRunDailyLimit ?? null,
        triggerSecret: this.triggerSecrets.generate({ organizationId, id }).sealed,
      });
      await manager.save(workflow);
      const version = { number: 1, definition, createdBy };
      await this.store.insertVersion(manager, workflow, version);
      if (fork !== undefined) await this.templates.count(manager, fork);
      await writeUses(manager, workflow);
    });
    return this.get(caller, id);
  }

  /** With the definition that an edit starts from: the draft, else the live version. */
  async get(caller: Caller, id: string): Promise<WorkflowView> {
    const workflow = await this.store.find(caller, id);
    const version = await this.store.version(workflow, shownVersion(workflow));
    const view = this.views.show(caller, workflow, version, workflow.status);
    const runs = await this.runs.ofWorkflows(workflow.organizationId, [id]);
    view.lastTriggeredAt = runs.get(id)?.lastStartedAt?.toISOString();
    view.variableDefs = await this.store.variables(workflow);
    return view;
  }

  async update(caller: Caller, id: string, dto: UpdateWorkflowDto): Promise<WorkflowView> {
    const draft = isGiven(dto.definition)
      ? await this.readAgain(caller, id, dto.definition)
      : undefined;
    await this.store.change(caller, id, async (workflow, manager) => {
      refuseArchived(workflow);
      expectVersion(workflow, dto.expectedCurrentVersion);
      applySettings(workflow, dto);
      if (workflow.remainRuns !== 0) await this.activation.goOnRefilled(manager, workflow);
      if (draft === undefined) return;
      await this.store.saveDraft(manager, workflow, draft.definition, caller);
      if (workflow.liveVersion === null) workflow.type = workflowType(draft.parsed);
    });
    return this.get(caller, id);
  }

  /** Seals what is new in a definition; what is as it was keeps its secret. */
  private async readAgain(
    caller: Caller,
    id: string,
    json: unknown,
  ): Promise<{ parsed: WorkflowDefinition; definition: JsonObject }> {
    const workflow = await this.store.find(caller, id);
    const { definition: previous } = await this.store.version(workflow, shownVersion(workflow));
    const { organizationId } = workflow;
    const read = this.definitions.read(json, previous);
    const parsed = await this.definitions.pin(organizationId, read);
    const definition = await this.secrets.sealDefinition(organizationId, asJson(parsed), previous);
    return { parsed, definition };
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Only what was sent; null clears what can be cleared. */
function applySettings(workflow: Workflow, dto: UpdateWorkflowDto): void {
  const { name, description, cooldownMs, maxRuns, uiMetadata } = dto;
  if (name !== undefined && name !== null) workflow.name = name;
  if (description !== undefined) workflow.description = description ?? '';
  if (cooldownMs !== undefined) workflow.cooldownMs = cooldownMs;
  if (uiMetadata !== undefined) workflow.uiMetadata = uiMetadata;
  const { publicRunCooldownSeconds, publicRunDailyLimit } = dto;
  if (publicRunCooldownSeconds !== undefined) {
    workflow.publicRunCooldownSeconds = publicRunCooldownSeconds;
  }
  if (publicRunDailyLimit !== undefined) workflow.publicRunDailyLimit = publicRunDailyLimit;
  if (maxRuns === undefined || maxRuns === workflow.maxRuns) return;
  workflow.maxRuns = maxRuns;
  workflow.remainRuns = maxRuns;
}

/** A definition that was read is JSON through and through. */
function asJson(definition: WorkflowDefinition): JsonObject {
  return definition as unknown as JsonObject;
}
