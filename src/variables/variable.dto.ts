import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Json } from '../../definition/json';
import {
  VARIABLE_LIFETIMES,
  VARIABLE_TYPES,
  type VariableLifetime,
  type VariableType,
} from '../../definition/variables';
import { ApiAnyJson, ApiAnyJsonOptional } from '../openapi/json-property';

/** What a variable is. Sent whole: what is left out is none. */
export class VariableDefDto {
  @ApiPropertyOptional({ type: String, description: 'The name in the address, or left out.' })
  @IsOptional()
  @IsString()
  name?: string | null;

  @ApiProperty({ enum: VARIABLE_TYPES })
  @IsIn(VARIABLE_TYPES)
  type: VariableType;

  @ApiProperty({
    enum: VARIABLE_LIFETIMES,
    description:
      '`persist`: the value stays from run to run. `reset`: each run starts from the default.',
  })
  @IsIn(VARIABLE_LIFETIMES)
  lifetime: VariableLifetime;

  @ApiAnyJsonOptional({ description: 'Of the type, at most 32,768 bytes as JSON.' })
  @Allow()
  default?: Json;

  @ApiPropertyOptional({ type: String, maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;
}

export class SetVariableDto {
  @ApiAnyJson({ description: 'Of the type of the variable.' })
  @Allow()
  value?: Json;
}
