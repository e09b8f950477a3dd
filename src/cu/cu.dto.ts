import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { Time } from '../common/series.query';

/** The most that is given at once; sums of it stay exact numbers in JSON. */
const MAX_CU = 1_000_000_000_000;

export class ThresholdDto {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'The balance at which nothing more starts.',
  })
  @IsInt({ message: 'minThreshold must be a whole number of at least 0' })
  @Min(0, { message: 'minThreshold must be a whole number of at least 0' })
  @Max(MAX_CU)
  minThreshold: number;
}

export class MonthQuery {
  @ApiProperty({ description: 'In UTC, since 1970.', example: '2026-01' })
  @Matches(/^(?:19[7-9]|[2-9]\d\d)\d-(?:0[1-9]|1[0-2])$/, {
    message: 'yearMonth must be a month since 1970, such as 2026-01',
  })
  yearMonth: string;
}

export class PeriodQuery {
  @ApiProperty({ type: 'integer', description: 'Start, in Unix milliseconds.' })
  @Time()
  from: number;

  @ApiProperty({ type: 'integer', description: 'End, in Unix milliseconds; it is not included.' })
  @Time()
  to: number;
}

export class AdjustCuDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: MAX_CU })
  @IsInt({ message: 'amount must be a whole number of at least 1' })
  @Min(1, { message: 'amount must be a whole number of at least 1' })
  @Max(MAX_CU)
  amount: number;

  @ApiProperty({ enum: ['credit', 'debit'] })
  @IsIn(['credit', 'debit'])
  direction: 'credit' | 'debit';

  @ApiProperty({ minLength: 1, maxLength: 500 })
  @IsString()
  @Length(1, 500)
  reason: string;
}

export class SubscriptionDto {
  @ApiPropertyOptional({ minLength: 1, maxLength: 100, example: 'team' })
  @ValidateIf(({ tier }: SubscriptionDto) => tier !== undefined)
  @IsString({ message: 'tier must be a text of 1 to 100 characters' })
  @Length(1, 100)
  tier?: string;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: 0,
    maximum: MAX_CU,
    description: 'What each calendar month brings, in UTC. `null`: there is no limit.',
  })
  @IsOptional()
  @IsInt({ message: 'monthlyCu must be a whole number of at least 0, or null' })
  @Min(0, { message: 'monthlyCu must be a whole number of at least 0, or null' })
  @Max(MAX_CU)
  monthlyCu?: number | null;
}
