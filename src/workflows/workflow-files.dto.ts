import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Equals, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CreateWorkflowDto, MAX_VERSION } from './workflow.dto';
import { FILE_FORMAT, FILE_KINDS, type FileKind } from './workflow-file';

export class ExportWorkflowQuery {
  @ApiPropertyOptional({
    enum: FILE_KINDS,
    default: 'json',
    description: 'What the file is written in.',
  })
  @IsOptional()
  @IsIn(FILE_KINDS, { message: `format must be one of ${FILE_KINDS.join(', ')}` })
  format?: FileKind;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Default: the version that the workflow shows.',
  })
  @IsOptional()
  @Transform(({ value }) => (/^\d{1,10}$/.test(String(value)) ? Number(value) : (value as unknown)))
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version?: number;
}

/** A file that `exportWorkflow` wrote. */
export class ImportWorkflowDto extends CreateWorkflowDto {
  @ApiProperty({ enum: [FILE_FORMAT] })
  @Equals(FILE_FORMAT, { message: `format must be ${FILE_FORMAT}: this is another kind of file` })
  format: string;
}
