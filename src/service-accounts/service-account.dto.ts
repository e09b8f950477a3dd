import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { type Permission, PERMISSIONS } from '../auth/permissions';
import { Name } from '../common/field-rules';

/** What an account is; sent whole, both to make one and to change it. */
export class ServiceAccountDto {
  @ApiProperty({
    minLength: 1,
    maxLength: 255,
    description: 'Unique in the organization.',
    example: 'Deployment pipeline',
  })
  @Name()
  name: string;

  @ApiPropertyOptional({ type: String, maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;

  @ApiProperty({ enum: PERMISSIONS, isArray: true, example: ['workflow:read', 'workflow:execute'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique({ message: 'permissions must not repeat' })
  @IsIn(PERMISSIONS, { each: true, message: 'permissions holds a permission that is not known' })
  permissions: Permission[];
}
