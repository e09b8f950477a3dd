import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';

/** A property that holds any JSON object. */
export const ApiJsonObject = (options: ApiPropertyOptions = {}): PropertyDecorator =>
  ApiProperty({ ...options, type: 'object', additionalProperties: true } as ApiPropertyOptions);

export const ApiJsonObjectOptional = (options: ApiPropertyOptions = {}): PropertyDecorator =>
  ApiPropertyOptional({
    ...options,
    type: 'object',
    additionalProperties: true,
  } as ApiPropertyOptions);
