import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Json, JsonObject } from '../../definition/json';
import type { TemplateVersion } from '../database/entities';
import {
  MODERATION_STATUSES,
  type ModerationStatus,
  TEMPLATE_VISIBILITIES,
  type TemplateVisibility,
} from '../database/entities/template.entity';
import { Definition } from '../openapi/definition.schema';
import { ApiJsonObjectOptional } from '../openapi/json-property';
import { TagView } from './tag.response';
import type { ShownTemplate } from './template-store';

export const EXAMPLE_TEMPLATE = {
  name: 'Report to an address',
  description: 'Posts what it is given to an address of yours.',
  tags: ['reporting'],
  definition: {
    nodes: {
      root: { type: 'manual', payload: {}, children: ['report'] },
      report: {
        type: 'http-request',
        payload: {
          url: '{{$props.url}}',
          method: 'POST',
          headers: { authorization: 'Bearer {{$props.token}}' },
          body: '{{$trigger.body}}',
        },
        children: [],
      },
    },
  },
};

export class TemplatePropView {
  @ApiProperty({ description: 'Read as `{{$props.<key>}}`.', example: 'url' })
  key: string;

  @ApiPropertyOptional({ example: 'Address' })
  name?: string;

  @ApiProperty({ enum: ['string', 'number', 'integer', 'boolean', 'object'] })
  type: string;

  @ApiPropertyOptional()
  description?: string;

  @ApiPropertyOptional()
  required?: boolean;

  @ApiPropertyOptional({
    description: 'Taken when no value is given.',
    oneOf: [
      { type: 'string' },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'object', additionalProperties: true },
      { type: 'null' },
    ],
  })
  default?: Json;

  @ApiPropertyOptional({
    description: 'Stands only where secrets are kept, such as a header `authorization`.',
  })
  sensitive?: boolean;

  @ApiJsonObjectOptional({
    description:
      'How it is asked for and checked: `inputType`, `enum`, `minimum`, `maximum`, `pattern`, `visibleWhen`, `columns` ...',
  })
  properties?: JsonObject;
}

export class TemplateView {
  @ApiProperty({ example: 'tmpl_0VUz1ZBkxMoX9wcXJLPl7a' })
  id: string;

  @ApiProperty()
  organizationId: string;

  @ApiProperty()
  organizationName: string;

  @ApiPropertyOptional()
  organizationDescription?: string;

  @ApiPropertyOptional({ description: 'URL of a picture.' })
  organizationPhoto?: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  slug: string;

  @ApiProperty()
  description: string;

  @ApiProperty({ type: Definition, example: EXAMPLE_TEMPLATE.definition })
  definition: JsonObject;

  @ApiProperty({ type: [TemplatePropView] })
  templateProps: JsonObject[];

  @ApiProperty({ type: [TagView] })
  tags: TagView[];

  @ApiPropertyOptional({ deprecated: true })
  category?: string;

  @ApiProperty({ type: 'integer', description: 'The version shown.' })
  version: number;

  @ApiProperty({ enum: TEMPLATE_VISIBILITIES })
  visibility: TemplateVisibility;

  @ApiProperty({
    enum: MODERATION_STATUSES,
    description: 'Other organizations see the newest version that was approved.',
  })
  moderationStatus: ModerationStatus;

  @ApiProperty()
  isPromoted: boolean;

  @ApiProperty({ type: 'integer', description: 'Workflows that were made from it.' })
  forkCount: number;

  @ApiProperty()
  archived: boolean;

  @ApiPropertyOptional({ format: 'date-time' })
  promotedAt?: string;

  @ApiPropertyOptional({ type: 'integer' })
  maxRuns?: number;

  @ApiPropertyOptional({ type: 'integer' })
  cooldownMs?: number;

  @ApiJsonObjectOptional()
  tableSchemas?: JsonObject;

  @ApiJsonObjectOptional()
  uiMetadata?: JsonObject;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiPropertyOptional({ description: 'Shown to its own organization, as all that follows.' })
  createdBy?: string;

  @ApiPropertyOptional()
  updatedBy?: string;

  @ApiPropertyOptional()
  promotedBy?: string;

  @ApiPropertyOptional()
  sourceWorkflowId?: string;

  @ApiPropertyOptional()
  rejectionReason?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  submittedAt?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  reviewedAt?: string;

  @ApiPropertyOptional()
  reviewedBy?: string;

  /** `isOwn`: shown to the organization that has it, with who did what and why. */
  constructor(template: ShownTemplate, version: TemplateVersion, isOwn: boolean) {
    const { organization } = template;
    this.id = template.id;
    this.organizationId = template.organizationId;
    this.organizationName = organization.name;
    this.organizationDescription = organization.description ?? undefined;
    this.organizationPhoto = organization.photo ?? undefined;
    this.name = version.name;
    this.slug = template.slug;
    this.description = version.description;
    this.definition = version.definition;
    this.templateProps = version.templateProps;
    this.tags = version.tags.map((name) => new TagView(name));
    this.category = version.category ?? undefined;
    this.version = version.number;
    this.visibility = template.visibility;
    this.moderationStatus = isOwn ? template.moderationStatus : 'approved';
    this.isPromoted = template.promotedAt !== null;
    this.forkCount = template.forkCount;
    this.archived = template.archivedAt !== null;
    this.promotedAt = template.promotedAt?.toISOString();
    this.maxRuns = version.maxRuns ?? undefined;
    this.cooldownMs = version.cooldownMs ?? undefined;
    this.tableSchemas = version.tableSchemas ?? undefined;
    this.uiMetadata = version.uiMetadata ?? undefined;
    this.createdAt = template.createdAt.toISOString();
    this.updatedAt = template.updatedAt.toISOString();
    if (isOwn) this.tellWhoAndWhy(template);
  }

  private tellWhoAndWhy(template: ShownTemplate): void {
    this.createdBy = template.createdBy;
    this.updatedBy = template.updatedBy;
    this.promotedBy = template.promotedBy ?? undefined;
    this.sourceWorkflowId = template.sourceWorkflowId ?? undefined;
    this.rejectionReason = template.rejectionReason ?? undefined;
    this.submittedAt = template.submittedAt?.toISOString();
    this.reviewedAt = template.reviewedAt?.toISOString();
    this.reviewedBy = template.reviewedBy ?? undefined;
  }
}

export class TemplateVersionCount {
  @ApiProperty({ type: 'integer' })
  total: number;

  constructor(total: number) {
    this.total = total;
  }
}

/** Deployments of all organizations are counted; runs only of the organization that asks. */
export class TemplateStats {
  @ApiProperty({ type: 'integer', description: 'Workflows that were made from it.' })
  totalDeployments: number;

  @ApiProperty({ type: 'integer', description: 'Those of them that are live.' })
  activeWorkflows: number;

  @ApiProperty({ type: 'integer', description: 'Those made in the last 30 days.' })
  recentDeployments: number;

  @ApiPropertyOptional({
    type: Number,
    description:
      'Part of the runs that succeeded, from 0 to 1: of the last 100 that have ended of each workflow of the caller. Absent without runs.',
  })
  successRate?: number;

  @ApiPropertyOptional({ type: Number, description: 'Mean length of the same runs.' })
  avgExecutionTimeMs?: number;
}
