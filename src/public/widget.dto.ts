import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/** Digits of a 256 bit number. */
const AMOUNT = /^\d{1,78}$/;
const AMOUNT_MESSAGE = '$property must be digits: an amount in the smallest unit of the token';

export class EnableWidgetDto {
  @ApiProperty({ minLength: 1, maxLength: 100, example: 'Send a tip' })
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'title must not be blank' })
  title: string;

  @ApiPropertyOptional({ type: String, maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  description?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: 50, default: 'Send' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  buttonLabel?: string | null;

  @ApiPropertyOptional({ type: String, description: 'In the smallest unit.', example: '1000' })
  @IsOptional()
  @IsString()
  @Matches(AMOUNT, { message: AMOUNT_MESSAGE })
  minAmount?: string | null;

  @ApiPropertyOptional({ type: String, description: 'In the smallest unit.', example: '5000' })
  @IsOptional()
  @IsString()
  @Matches(AMOUNT, { message: AMOUNT_MESSAGE })
  maxAmount?: string | null;
}
