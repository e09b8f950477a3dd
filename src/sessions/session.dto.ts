import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, MaxLength } from 'class-validator';
import { PASSWORD_LENGTH } from '../auth/password';

export class SignInDto {
  @ApiProperty({ format: 'email', maxLength: 254, example: 'ada@example.com' })
  @IsEmail()
  @MaxLength(254)
  email: string;

  @ApiProperty({ maxLength: PASSWORD_LENGTH.max })
  @IsString()
  @MaxLength(PASSWORD_LENGTH.max)
  password: string;
}
