import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import {
  Allow,
  IsDefined,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { MAX_TAGS, Name, TagSlugs, Tags } from '../common/field-rules';
import { CursorPageQuery } from '../common/pagination';
import { BlockContent, EXAMPLE_BLOCK } from './block.response';

const MAX_INT = 2_147_483_647;

class ExpectedVersionDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Refuse with 409 unless this is the newest version.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_INT)
  expectedCurrentVersion?: number | null;
}

class BlockLabelsDto {
  @ApiPropertyOptional({ type: String, maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;

  @ApiPropertyOptional({ type: [String], maxItems: MAX_TAGS, example: ['http'] })
  @IsOptional()
  @Tags()
  tags?: string[] | null;
}

export class CreateBlockDto extends BlockLabelsDto {
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'Ask an address' })
  @Name()
  name: string;

  @ApiProperty({ type: BlockContent, example: EXAMPLE_BLOCK })
  @IsDefined({ message: 'definition is required' })
  definition: unknown;
}

/** Only what is sent is changed. */
export class UpdateBlockDto extends IntersectionType(BlockLabelsDto, ExpectedVersionDto) {
  @ApiPropertyOptional({ type: String, minLength: 1, maxLength: 255 })
  @IsOptional()
  @Name()
  name?: string | null;

  @ApiPropertyOptional({ type: BlockContent })
  @Allow()
  definition?: unknown;
}

export class RollbackBlockDto extends ExpectedVersionDto {
  @ApiProperty({ type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(MAX_INT)
  targetVersion: number;
}

export class ListBlocksQuery extends CursorPageQuery {
  @ApiPropertyOptional({ maxLength: 256, description: 'Part of the name or description.' })
  @IsOptional()
  @IsString()
  @MaxLength(256)
  q?: string;

  @ApiPropertyOptional({
    type: [String],
    description: 'Slugs of tags, all of which it has. Repeat it or join with commas.',
  })
  @TagSlugs()
  tags?: string[];
}
