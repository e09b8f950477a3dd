import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { type Role, ROLES } from '../database/entities/organization-member.entity';

export class CreateInviteDto {
  @ApiProperty({ format: 'email', maxLength: 254, example: 'ada@example.com' })
  @IsEmail()
  @MaxLength(254)
  email: string;

  @ApiPropertyOptional({ type: String, enum: ROLES, default: 'developer' })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role | null;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 90, default: 7 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(90)
  expiresInDays?: number | null;
}

export class AnswerInviteDto {
  @ApiPropertyOptional({
    type: String,
    description:
      'Needed unless the account was made with it or the issuer vouches for the address.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  token?: string | null;
}
