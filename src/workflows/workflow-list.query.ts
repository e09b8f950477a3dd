import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { CursorPageQuery } from '../common/pagination';
import { booleanOf, listOf } from '../common/query-values';

export const WORKFLOW_SORTS = [
  'updatedAt:desc',
  'name:asc',
  'createdAt:desc',
  'runs:desc',
] as const;
export type WorkflowSort = (typeof WORKFLOW_SORTS)[number];

const STATUSES = ['draft', 'active', 'paused', 'archived'] as const;
const MAX_VALUES = 50;

/** What lists and counts of workflows can be narrowed to. */
export class WorkflowFilter {
  @ApiPropertyOptional({ maxLength: 256, description: 'Part of the name or description.' })
  @IsOptional()
  @IsString()
  @MaxLength(256)
  q?: string;

  @ApiPropertyOptional({ description: 'Type of the trigger.', example: 'manual' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  type?: string;

  @ApiPropertyOptional({
    type: [String],
    maxItems: MAX_VALUES,
    description: 'Types of nodes, any of which it has.',
  })
  @IsOptional()
  @Transform(({ value }) => listOf(value))
  @IsArray()
  @ArrayMaxSize(MAX_VALUES, { message: `actions takes at most ${MAX_VALUES} types` })
  actions?: string[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: MAX_VALUES,
    description: 'Types of connectors, any of which it uses.',
  })
  @IsOptional()
  @Transform(({ value }) => listOf(value))
  @IsArray()
  @ArrayMaxSize(MAX_VALUES, { message: `connectors takes at most ${MAX_VALUES} types` })
  connectors?: string[];

  @ApiPropertyOptional({
    enum: ['yours', 'org', 'public'],
    description: '`yours`: those that the caller owns; `public`: those that everybody sees.',
  })
  @IsOptional()
  @IsIn(['yours', 'org', 'public'], { message: 'owner must be one of yours, org, public' })
  owner?: 'yours' | 'org' | 'public';

  @ApiPropertyOptional({ type: Boolean, description: 'Only those that the caller made.' })
  @IsOptional()
  @Transform(({ value }) => booleanOf(value))
  @IsBoolean({ message: 'madeByMe must be true or false' })
  madeByMe?: boolean;
}

export class ListWorkflowsQuery extends IntersectionType(CursorPageQuery, WorkflowFilter) {
  @ApiPropertyOptional({ enum: STATUSES, description: 'Without it all but the archived ones.' })
  @IsOptional()
  @IsIn(STATUSES, { message: `status must be one of ${STATUSES.join(', ')}` })
  status?: (typeof STATUSES)[number];

  @ApiPropertyOptional({
    enum: WORKFLOW_SORTS,
    default: 'updatedAt:desc',
    description: '`runs:desc` goes by the number of runs a second or two ago.',
  })
  @IsOptional()
  @IsIn(WORKFLOW_SORTS, { message: `sort must be one of ${WORKFLOW_SORTS.join(', ')}` })
  sort?: WorkflowSort;
}
