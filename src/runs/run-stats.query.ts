import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, IsRFC3339 } from 'class-validator';

export class RunCountQuery {
  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Only runs that were started at this time or later.',
  })
  @IsOptional()
  // RFC 3339 alone lets 30 February pass.
  @IsISO8601({ strict: true }, { message: 'since must be a time that there is' })
  @IsRFC3339({ message: 'since must be a time such as 2026-01-31T12:00:00Z' })
  since?: string;
}
