import { QueryFailedError } from 'typeorm';

const UNIQUE_VIOLATION = '23505';

/** Whether a statement failed since the constraint allows each value once. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause = error.driverError as Error & { code?: unknown; constraint?: unknown };
  return cause.code === UNIQUE_VIOLATION && cause.constraint === constraint;
}
