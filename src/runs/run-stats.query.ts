import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsRFC3339 } from 'class-validator';

export class RunCountQuery {
  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Only runs that were started at this time or later.',
  })
  @IsOptional()
  @IsRFC3339({ message: 'since must be a time such as 2026-01-31T12:00:00Z' })
  since?: string;
}
