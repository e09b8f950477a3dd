import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PASSWORD_LENGTH } from '../auth/password';

const { min, max } = PASSWORD_LENGTH;

export class SignUpDto {
  @ApiProperty({ format: 'email', maxLength: 254, example: 'ada@example.com' })
  @IsEmail()
  @MaxLength(254)
  email: string;

  @ApiProperty({ minLength: min, maxLength: max })
  @IsString()
  @Length(min, max)
  password: string;

  @ApiPropertyOptional({
    type: String,
    description:
      'The token of an invite to this address; needed unless the service is open to all.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  inviteToken?: string | null;
}

export class ChangePasswordDto {
  @ApiProperty({ maxLength: max })
  @IsString()
  @MaxLength(max)
  currentPassword: string;

  @ApiProperty({ minLength: min, maxLength: max })
  @IsString()
  @Length(min, max)
  newPassword: string;
}
