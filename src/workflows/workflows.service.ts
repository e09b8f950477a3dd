import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { JsonObject } from '../../definition/json';
import type { WorkflowDefinition } from '../../definition/types';
import type { Caller } from '../auth/caller';
import { Workflow } from '../database/entities';
import { newId } from '../database/ids';
import { DefinitionsService } from './definitions.service';
import { workflowType } from './trigger-nodes';
import type { CreateWorkflowDto, UpdateWorkflowDto } from './workflow.dto';
import { WorkflowView } from './workflow.response';
import { expectVersion, refuseArchived, shownVersion } from './workflow-state';
import { WorkflowStore } from './workflow-store';

@Injectable()
export class WorkflowsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: WorkflowStore,
    private readonly definitions: DefinitionsService,
  ) {}

  async create(caller: Caller, dto: CreateWorkflowDto): Promise<WorkflowView> {
    const parsed = this.definitions.read(dto.definition);
    const { organizationId, keyId: createdBy } = caller;
    const id = newId('wf');
    await this.dataSource.transaction(async (manager) => {
      const workflow = Object.assign(new Workflow(), {
        ...{ organizationId, id, createdBy, name: dto.name },
        description: dto.description ?? '',
        type: workflowType(parsed),
        currentVersion: 1,
        draftVersion: 1,
        cooldownMs: dto.cooldownMs ?? null,
        maxRuns: dto.maxRuns ?? null,
        remainRuns: dto.maxRuns ?? null,
        uiMetadata: dto.uiMetadata ?? null,
      });
      await manager.save(workflow);
      const version = { number: 1, definition: asJson(parsed), createdBy };
      await this.store.insertVersion(manager, workflow, version);
    });
    return this.get(caller, id);
  }

  /** With the definition that an edit starts from: the draft, else the live version. */
  async get(caller: Caller, id: string): Promise<WorkflowView> {
    const workflow = await this.store.find(caller, id);
    const version = await this.store.version(workflow, shownVersion(workflow));
    return new WorkflowView(workflow, version, workflow.status);
  }

  async update(caller: Caller, id: string, dto: UpdateWorkflowDto): Promise<WorkflowView> {
    const parsed =
      dto.definition === undefined || dto.definition === null
        ? undefined
        : this.definitions.read(dto.definition);
    await this.store.change(caller, id, async (workflow, manager) => {
      refuseArchived(workflow);
      expectVersion(workflow, dto.expectedCurrentVersion);
      applySettings(workflow, dto);
      if (parsed === undefined) return;
      await this.store.saveDraft(manager, workflow, asJson(parsed), caller);
      if (workflow.liveVersion === null) workflow.type = workflowType(parsed);
    });
    return this.get(caller, id);
  }
}

/** Only what was sent; null clears what can be cleared. */
function applySettings(workflow: Workflow, dto: UpdateWorkflowDto): void {
  const { name, description, cooldownMs, maxRuns, uiMetadata } = dto;
  if (name !== undefined) workflow.name = name;
  if (description !== undefined) workflow.description = description;
  if (cooldownMs !== undefined) workflow.cooldownMs = cooldownMs;
  if (uiMetadata !== undefined) workflow.uiMetadata = uiMetadata;
  if (maxRuns === undefined || maxRuns === workflow.maxRuns) return;
  workflow.maxRuns = maxRuns;
  workflow.remainRuns = maxRuns;
}

/** A definition that was read is JSON through and through. */
function asJson(definition: WorkflowDefinition): JsonObject {
  return definition as unknown as JsonObject;
}
