import { Injectable } from '@nestjs/common';
import { isJsonObject } from '../../definition/json';
import { declaredVariables } from '../../definition/variables';
import type { Caller } from '../auth/caller';
import { DefinitionSecrets } from '../secrets/definition-secrets';
import { DefinitionsService } from './definitions.service';
import { type FileKind, type WorkflowFile, workflowFile } from './workflow-file';
import type { ImportWorkflowDto } from './workflow-files.dto';
import { ImportedWorkflow } from './workflow-files.response';
import { shownVersion } from './workflow-state';
import { WorkflowStore } from './workflow-store';
import { WorkflowsService } from './workflows.service';

/** Takes workflows from one place to another. */
@Injectable()
export class WorkflowFilesService {
  constructor(
    private readonly store: WorkflowStore,
    private readonly workflows: WorkflowsService,
    private readonly definitions: DefinitionsService,
    private readonly secrets: DefinitionSecrets,
  ) {}

  async export(
    caller: Caller,
    id: string,
    kind: FileKind,
    version?: number,
  ): Promise<WorkflowFile> {
    const workflow = await this.store.find(caller, id);
    const { definition } = await this.store.version(workflow, version ?? shownVersion(workflow));
    const variables = await this.store.variables(workflow);
    return workflowFile(workflow, this.secrets.mask(definition), variables, kind);
  }

  /** Makes a draft, problems and all, and tells them. Throws 400228 for what is no definition at all. */
  async import(caller: Caller, file: ImportWorkflowDto): Promise<ImportedWorkflow> {
    const { organizationId } = caller;
    const { definition } = file;
    // A file has all that the workflow will have, its variables too.
    const declared = isJsonObject(definition) ? definition.variableDefs : undefined;
    const variables = declaredVariables(Array.isArray(declared) ? declared : []);
    const { problems } = await this.definitions.check(
      organizationId,
      definition,
      file.name,
      variables,
    );
    const workflow = await this.workflows.create(caller, file);
    const missing = isJsonObject(definition) ? this.secrets.masked(definition) : [];
    return new ImportedWorkflow(workflow, problems, missing);
  }
}
