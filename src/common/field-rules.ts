import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, Length, Matches } from 'class-validator';
import { listOf } from './query-values';

// Of the rules that a value breaks the last one is told, so that which names the type stands last.

/** What something is called. */
export function Name(): PropertyDecorator {
  return applyDecorators(
    Matches(/\S/, { message: '$property must not be blank' }),
    Length(1, 255),
    IsString(),
  );
}

/** Tags that something may have. */
export const MAX_TAGS = 20;
const TEXTS = { each: true, message: 'each value in $property must be a string' };

/** The tags that something has. */
export function Tags(): PropertyDecorator {
  return applyDecorators(
    Length(1, 50, { each: true }),
    IsString(TEXTS),
    ArrayMaxSize(MAX_TAGS),
    IsArray(),
  );
}

/** Slugs of tags in a query, repeated or joined with commas. */
export function TagSlugs(): PropertyDecorator {
  return applyDecorators(
    IsString(TEXTS),
    ArrayMaxSize(MAX_TAGS),
    IsArray(),
    Transform(({ value }) => listOf(value)),
    IsOptional(),
  );
}
