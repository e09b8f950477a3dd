import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Issue } from '../../definition/issues';
import type { JsonObject } from '../../definition/json';
import type { VariableDef } from '../../definition/variables';
import type { Workflow, WorkflowVersion } from '../database/entities';
import type { WorkflowStatus } from '../database/entities/workflow.entity';
import { Definition, EXAMPLE_DEFINITION } from '../openapi/definition.schema';
import { ApiJsonObjectOptional } from '../openapi/json-property';
import { shownVersion } from './workflow-state';

const STATUSES = ['draft', 'active', 'paused', 'archived'];
const VISIBILITIES = ['private', 'org', 'public_view', 'public_execute'];

/** A workflow without its definition. */
export class WorkflowItem {
  @ApiProperty({ example: 'wf_0VUz1ZBkxMoX9wcXJLPl7a' })
  id: string;

  @ApiProperty({ example: 'org_0VUz1ZBkx9wcXJLPl7aMoX' })
  organizationId: string;

  @ApiProperty({ example: 'Daily market alert' })
  name: string;

  @ApiProperty()
  description: string;

  @ApiProperty({
    enum: STATUSES,
    description:
      'Of the workflow; of one version: `active` or `paused` when it is the live one, `draft` when it is the draft, else `archived`.',
  })
  status: string;

  @ApiProperty({ description: 'Type of its trigger.', example: 'manual' })
  type: string;

  @ApiProperty({ enum: VISIBILITIES })
  visibility: string;

  @ApiProperty({ type: 'integer', description: 'The version shown: the draft, else the live one.' })
  version: number;

  @ApiProperty()
  hasDraft: boolean;

  @ApiProperty()
  hasLiveVersion: boolean;

  @ApiPropertyOptional({ type: 'integer', description: 'The version that runs.' })
  liveVersion?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'The version that is edited.' })
  draftVersion?: number;

  @ApiPropertyOptional({ type: 'integer' })
  maxRuns?: number;

  @ApiPropertyOptional({ type: 'integer' })
  remainRuns?: number;

  @ApiPropertyOptional({ type: 'integer' })
  cooldownMs?: number;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'Seconds between two runs that everybody together may start.',
  })
  publicRunCooldownSeconds?: number;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'Runs that everybody together may start in a day.',
  })
  publicRunDailyLimit?: number;

  @ApiProperty({ description: 'Whether everybody is shown its widget.' })
  publicWidgetEnabled: boolean;

  @ApiPropertyOptional({ description: 'Why the service paused it.' })
  pausedReason?: string;

  @ApiPropertyOptional({ description: 'The template that it was made from.' })
  sourceTemplateId?: string;

  @ApiPropertyOptional({ description: 'Id of the user or service account that made it.' })
  createdBy?: string;

  @ApiPropertyOptional({ description: 'Id of the member that answers for it.' })
  ownerUserId?: string;

  @ApiPropertyOptional({ description: 'Id of the user or service account that changed it last.' })
  updatedBy?: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'When its last run was started. In lists, and where one workflow is read.',
  })
  lastTriggeredAt?: string;

  constructor(workflow: Workflow) {
    this.id = workflow.id;
    this.organizationId = workflow.organizationId;
    this.name = workflow.name;
    this.description = workflow.description;
    this.status = workflow.status;
    this.type = workflow.type;
    this.visibility = workflow.visibility;
    this.version = shownVersion(workflow);
    this.hasDraft = workflow.draftVersion !== null;
    this.hasLiveVersion = workflow.liveVersion !== null;
    this.liveVersion = workflow.liveVersion ?? undefined;
    this.draftVersion = workflow.draftVersion ?? undefined;
    this.maxRuns = workflow.maxRuns ?? undefined;
    this.remainRuns = workflow.remainRuns ?? undefined;
    this.cooldownMs = workflow.cooldownMs ?? undefined;
    this.publicRunCooldownSeconds = workflow.publicRunCooldownSeconds ?? undefined;
    this.publicRunDailyLimit = workflow.publicRunDailyLimit ?? undefined;
    this.publicWidgetEnabled = workflow.widget !== null;
    this.pausedReason = workflow.pausedReason ?? undefined;
    this.sourceTemplateId = workflow.sourceTemplateId ?? undefined;
    this.createdBy = workflow.createdBy ?? undefined;
    this.ownerUserId = workflow.ownerUserId ?? undefined;
    this.updatedBy = workflow.updatedBy ?? undefined;
    this.createdAt = workflow.createdAt.toISOString();
    this.updatedAt = workflow.updatedAt.toISOString();
  }
}

/** What is not shown as it is stored. */
export interface ShownParts {
  status: WorkflowStatus;
  definition: JsonObject;
  triggerSecret: string | undefined;
}

/** A workflow with the definition of one of its versions. */
export class WorkflowView extends WorkflowItem {
  @ApiProperty({
    type: Definition,
    description: 'Secrets are shown as `***`; sent back like that, they stay what they are.',
    example: EXAMPLE_DEFINITION,
  })
  definition: JsonObject;

  @ApiJsonObjectOptional()
  uiMetadata?: JsonObject;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description:
      'The variables that it has, without their values: `{name, type, lifetime, default, description}`. Where one workflow is read.',
  })
  variableDefs?: readonly VariableDef[];

  @ApiJsonObjectOptional({
    description:
      'What its widget shows: `enabled`, `title`, `description`, `buttonLabel`, `minAmount`, `maxAmount`.',
  })
  publicWidgetConfig?: JsonObject;

  @ApiPropertyOptional({ description: 'Made by `regenerateDescriptions`.' })
  aiName?: string;

  @ApiPropertyOptional({ description: 'Made by `regenerateDescriptions`.' })
  aiDescription?: string;

  @ApiPropertyOptional({ description: 'Id of the user or service account that made this version.' })
  versionCreatedBy?: string;

  @ApiPropertyOptional({
    description: 'Credential of its resume addresses. Shown to callers that may run the workflow.',
  })
  triggerSecret?: string;

  constructor(workflow: Workflow, version: WorkflowVersion, shown: ShownParts) {
    super(workflow);
    this.status = shown.status;
    this.version = version.number;
    this.definition = shown.definition;
    this.triggerSecret = shown.triggerSecret;
    this.uiMetadata = workflow.uiMetadata ?? undefined;
    if (workflow.widget !== null) this.publicWidgetConfig = { enabled: true, ...workflow.widget };
    this.aiName = workflow.aiName ?? undefined;
    this.aiDescription = workflow.aiDescription ?? undefined;
    this.versionCreatedBy = version.createdBy ?? undefined;
  }
}

/** What is wrong with a definition. */
export class DefinitionProblem {
  @ApiProperty({ enum: ['name', 'nodes', 'root', 'connectivity', 'pattern', 'variable'] })
  type: string;

  @ApiProperty({ description: 'Stable name of the problem.', example: 'branch_missing' })
  code: string;

  @ApiProperty({ description: 'What is wrong and how to mend it.' })
  message: string;

  @ApiPropertyOptional()
  nodeId?: string;

  @ApiPropertyOptional({ description: 'Title of the node.' })
  nodeName?: string;

  @ApiPropertyOptional({ description: 'Dotted path below the node.', example: 'payload.timeoutMs' })
  field?: string;
}

export class ValidationVerdict {
  @ApiProperty()
  valid: boolean;

  @ApiProperty({ type: [DefinitionProblem] })
  errors: readonly Issue[];

  @ApiProperty({
    type: [DefinitionProblem],
    description: 'What is allowed and yet seldom meant. Empty while there are errors.',
  })
  warnings: readonly Issue[];

  constructor(errors: readonly Issue[], warnings: readonly Issue[]) {
    this.valid = errors.length === 0;
    this.errors = errors;
    this.warnings = warnings;
  }
}

export class VersionCount {
  @ApiProperty({ type: 'integer' })
  total: number;

  constructor(total: number) {
    this.total = total;
  }
}
