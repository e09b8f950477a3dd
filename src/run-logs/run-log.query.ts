import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CursorPageQuery } from '../common/pagination';
import { listOf } from '../common/query-values';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export class RunLogQuery extends CursorPageQuery {
  @ApiPropertyOptional({ maxLength: 256, description: 'Text in the message, in any case.' })
  @IsOptional()
  @IsString({ message: 'q must be given once' })
  @MaxLength(256, { message: 'q must be at most 256 characters' })
  q?: string;

  @ApiPropertyOptional({
    description: 'Only lines of these levels.',
    enum: LOG_LEVELS,
    isArray: true,
  })
  @IsOptional()
  @Transform(({ value }) => listOf(value))
  @IsIn(LOG_LEVELS, { each: true, message: `level must be one of ${LOG_LEVELS.join(', ')}` })
  level?: LogLevel[];

  @ApiPropertyOptional({ description: 'Lines of this node, in all iterations.' })
  @IsOptional()
  @IsString({ message: 'nodeId must be given once' })
  @MaxLength(500, { message: 'nodeId must be at most 500 characters' })
  nodeId?: string;
}
