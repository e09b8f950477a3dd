import { ApiError } from '../common/errors';

/** Also of the ids that clients choose. */
const RUN_ID = /^run_[A-Za-z0-9]{1,64}$/;
export const RUN_ID_PATTERN = RUN_ID.source;

/** Whether there can be a run of this id at all. */
export function isRunId(text: string): boolean {
  return RUN_ID.test(text);
}

/** The id that a client has chosen for its run, if any. Throws 400078. */
export function readRunId(given: unknown): string | undefined {
  if (given === undefined || given === null) return undefined;
  if (typeof given === 'string' && isRunId(given)) return given;
  throw new ApiError('invalidRunId');
}
