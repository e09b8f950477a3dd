import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { MAX_TAGS, Name, TagSlugs, Tags } from '../common/field-rules';
import { CursorPageQuery } from '../common/pagination';

/** Characters. Its words must fit into one index entry, which takes 1 MB. */
const MAX_CONTENT = 100_000;

export class CreateDocumentDto {
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'Refund policy' })
  @Name()
  title: string;

  @ApiProperty({ maxLength: MAX_CONTENT, example: 'Refunds above 500 need a second pair of eyes.' })
  @IsString()
  @MaxLength(MAX_CONTENT)
  content: string;

  @ApiPropertyOptional({ type: [String], maxItems: MAX_TAGS })
  @IsOptional()
  @Tags()
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
  @TagSlugs()
  tags?: string[];
}
