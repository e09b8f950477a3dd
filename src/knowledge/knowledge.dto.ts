import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { CursorPageQuery } from '../common/pagination';
import { listOf } from '../common/query-values';

const MAX_TAGS = 20;
/** Characters. Its words must fit into one index entry, which takes 1 MB. */
const MAX_CONTENT = 100_000;

export class CreateDocumentDto {
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'Refund policy' })
  @IsString()
  @Length(1, 255)
  @Matches(/\S/, { message: 'title must not be blank' })
  title: string;

  @ApiProperty({ maxLength: MAX_CONTENT, example: 'Refunds above 500 need a second pair of eyes.' })
  @IsString()
  @MaxLength(MAX_CONTENT)
  content: string;

  @ApiPropertyOptional({ type: [String], maxItems: MAX_TAGS })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_TAGS)
  @IsString({ each: true, message: 'each value in tags must be a string' })
  @Length(1, 50, { each: true })
  tags?: string[] | null;
}

/** Only what is sent is changed. */
export class UpdateDocumentDto extends PartialType(CreateDocumentDto) {}

export class ListDocumentsQuery extends CursorPageQuery {
  @ApiPropertyOptional({
    maxLength: 256,
    description: 'Words, each the beginning of one in the title, the tags or the content.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(256)
  q?: string;

  @ApiPropertyOptional({ type: [String], description: 'Slugs of tags, all of which it has.' })
  @IsOptional()
  @Transform(({ value }) => listOf(value))
  @IsArray()
  @ArrayMaxSize(MAX_TAGS)
  @IsString({ each: true, message: 'each value in tags must be a string' })
  tags?: string[];
}
