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

const ANY_JSON = {
  anyOf: [
    { type: 'object', additionalProperties: true },
    { type: 'array', items: {} },
    ...['string', 'number', 'boolean', 'null'].map((type) => ({ type })),
  ],
};

/** A property that holds any JSON value. */
export const ApiAnyJson = (options: ApiPropertyOptions = {}): PropertyDecorator =>
  ApiProperty({ ...options, ...ANY_JSON });

export const ApiAnyJsonOptional = (options: ApiPropertyOptions = {}): PropertyDecorator =>
  ApiPropertyOptional({ ...options, ...ANY_JSON });
