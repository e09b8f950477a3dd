import { ApiPropertyOptional, ApiProperty } from '@nestjs/swagger';
import {
  Allow,
  ArrayMinSize,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { JsonObject } from '../../definition/json';
import { MAX_TAGS, Name, TagSlugs, Tags } from '../common/field-rules';
import { CursorPageQuery, PageQuery } from '../common/pagination';
import {
  TEMPLATE_VISIBILITIES,
  type TemplateVisibility,
} from '../database/entities/template.entity';
import { Definition } from '../openapi/definition.schema';
import { ApiJsonObjectOptional } from '../openapi/json-property';
import { EXAMPLE_TEMPLATE, TemplatePropView } from './template.response';

const MAX_INT = 2_147_483_647;

/** What may be left out when a template is made and when it is changed. */
class TemplateSettingsDto {
  @ApiPropertyOptional({ type: [TemplatePropView], description: 'At most 100.' })
  @Allow()
  templateProps?: unknown;

  @ApiJsonObjectOptional({
    description:
      'Tables that workflows made from it expect, by name: `{columns: [...]}`. Only kept.',
  })
  @IsOptional()
  @IsObject()
  tableSchemas?: JsonObject | null;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 99_999 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(99_999)
  maxRuns?: number | null;

  @ApiPropertyOptional({ type: 'integer', minimum: 1000 })
  @IsOptional()
  @IsInt()
  @Min(1000)
  @Max(MAX_INT)
  cooldownMs?: number | null;

  @ApiJsonObjectOptional({ description: 'What an editor keeps: positions, notes, comments.' })
  @IsOptional()
  @IsObject()
  uiMetadata?: JsonObject | null;
}

export class CreateTemplateDto extends TemplateSettingsDto {
  @ApiProperty({ minLength: 1, maxLength: 255, example: EXAMPLE_TEMPLATE.name })
  @Name()
  name: string;

  @ApiProperty({ maxLength: 2000, example: EXAMPLE_TEMPLATE.description })
  @IsString()
  @MaxLength(2000)
  description: string;

  @ApiProperty({ type: Definition, example: EXAMPLE_TEMPLATE.definition })
  @IsDefined({ message: 'definition is required' })
  definition: unknown;

  @ApiProperty({ type: [String], minItems: 1, maxItems: MAX_TAGS, example: EXAMPLE_TEMPLATE.tags })
  @Tags()
  @ArrayMinSize(1)
  tags: string[];

  @ApiProperty({
    enum: TEMPLATE_VISIBILITIES,
    description: '`public` is for everybody, without a credential too.',
  })
  @IsIn(TEMPLATE_VISIBILITIES)
  visibility: TemplateVisibility;

  @ApiPropertyOptional({ type: String, description: 'The workflow that it comes from.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  sourceWorkflowId?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: 100, deprecated: true })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  category?: string | null;
}

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Only what is sent is changed; null clears what can be cleared. */
export class UpdateTemplateDto extends TemplateSettingsDto {
  @ApiPropertyOptional({ type: String, minLength: 1, maxLength: 255 })
  @IsOptional()
  @Name()
  name?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;

  @ApiPropertyOptional({ type: Definition })
  @Allow()
  definition?: unknown;

  @ApiPropertyOptional({ type: [String], minItems: 1, maxItems: MAX_TAGS })
  @IsOptional()
  @Tags()
  @ArrayMinSize(1)
  tags?: string[] | null;

  @ApiPropertyOptional({ enum: TEMPLATE_VISIBILITIES })
  @IsOptional()
  @IsIn(TEMPLATE_VISIBILITIES)
  visibility?: TemplateVisibility | null;

  @ApiPropertyOptional({
    type: String,
    pattern: SLUG.source,
    description: 'Unique in the organization.',
  })
  @IsOptional()
  @Matches(SLUG, { message: 'slug must be 1 to 63 lower-case letters, digits and inner hyphens' })
  slug?: string | null;
}

export class RollbackTemplateDto {
  @ApiProperty({ type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(MAX_INT)
  targetVersion: number;
}

export class RejectTemplateDto {
  @ApiPropertyOptional({ type: String, maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string | null;
}

export const TEMPLATE_CATEGORIES = ['promoted', 'public', 'org', 'all'] as const;
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];
const LISTED = [...TEMPLATE_CATEGORIES, 'pending'] as const;

export class ListTemplatesQuery extends CursorPageQuery {
  @ApiPropertyOptional({
    enum: LISTED,
    default: 'all',
    description: '`pending`: what waits for a review, for administrators of the installation.',
  })
  @IsOptional()
  @IsIn(LISTED, { message: `category must be one of ${LISTED.join(', ')}` })
  category?: (typeof LISTED)[number];

  @ApiPropertyOptional({
    type: [String],
    description: 'Slugs of tags, all of which it has. Repeat it or join with commas.',
  })
  @TagSlugs()
  tags?: string[];
}

export const STRATEGIES = ['strong_match', 'interest_based', 'popular_with_interest'] as const;
export type Strategy = (typeof STRATEGIES)[number];

export class RecommendedTemplatesQuery extends PageQuery {
  @ApiProperty({ enum: TEMPLATE_CATEGORIES, description: 'Which templates to choose from.' })
  @IsIn(TEMPLATE_CATEGORIES, {
    message: `category must be one of ${TEMPLATE_CATEGORIES.join(', ')}`,
  })
  category: TemplateCategory;

  @ApiPropertyOptional({
    enum: STRATEGIES,
    default: 'interest_based',
    description:
      '`strong_match`: only those with a tag among the interests. `interest_based`: those first. `popular_with_interest`: of those the most used first.',
  })
  @IsOptional()
  @IsIn(STRATEGIES, { message: `strategy must be one of ${STRATEGIES.join(', ')}` })
  strategy?: Strategy;
}
