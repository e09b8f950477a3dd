import { ApiError } from './errors';

/** The number of a version in a path. Throws 400 with the parameter's name. */
export function readVersionNumber(field: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw ApiError.fields([
    { field, message: `${field} must be a whole number from 1 to 999999999` },
  ]);
}
