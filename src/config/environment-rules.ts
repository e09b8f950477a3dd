import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, Max, Min, ValidateBy } from 'class-validator';
import { isAllowEntry } from '../../activities/egress/rules';

/** A whole number between two others. */
export function Count(min: number, max: number): PropertyDecorator {
  const message = `$property must be a whole number from ${min} to ${max}`;
  return applyDecorators(
    Type(() => Number),
    IsInt({ message }),
    Min(min, { message }),
    Max(max, { message }),
  );
}

/** 0 is any free one. */
export function Port(): PropertyDecorator {
  const message = '$property must be a port number';
  return applyDecorators(
    Type(() => Number),
    IsInt({ message }),
    Min(0, { message }),
    Max(65_535, { message }),
  );
}

export function Flag(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => ({ true: true, false: false, 1: true, 0: false })[String(value)]),
    IsBoolean({ message: '$property must be true or false' }),
  );
}

/** Parts between commas. */
export function List(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    String(value)
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
}

/** Tells the first part that is no host name, IP or CIDR. */
export function AllowEntries(): PropertyDecorator {
  const isNone = (part: string): boolean => !isAllowEntry(part);
  return ValidateBy({
    name: 'allowEntries',
    validator: {
      validate: (parts: string[]) => !parts.some(isNone),
      defaultMessage: (about) => {
        const wrong = (about?.value as string[]).find(isNone) ?? '';
        return `$property must be host names, IPs or CIDRs, separated by commas: "${wrong}" is none`;
      },
    },
  });
}
