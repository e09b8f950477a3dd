import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Allow, IsArray, IsBoolean, IsOptional } from 'class-validator';
import { booleanOf, listOf } from '../common/query-values';

export class CatalogQuery {
  @ApiPropertyOptional({
    type: [String],
    description: 'Only entries that have all of these tags. Repeat it or join with commas.',
  })
  @IsOptional()
  @Transform(({ value }) => listOf(value))
  @IsArray()
  tags?: string[];

  @ApiPropertyOptional({ type: Boolean, description: 'Leave the schemas and examples out.' })
  @IsOptional()
  @Transform(({ value }) => booleanOf(value))
  @IsBoolean({ message: 'summary must be true or false' })
  summary?: boolean;

  /** Sent by older clients; every field is answered all the same. */
  @Allow()
  _fields_filter?: unknown;
}
