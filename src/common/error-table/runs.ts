import type { ErrorSpec } from './error-spec';

/** Runs. */
export const RUN_ERRORS = {
  invalidRunId: {
    code: 400078,
    status: 400,
    message: '`runId` must be `run_` followed by 1 to 64 letters and digits.',
  },
  duplicateRunId: { code: 400079, status: 400, message: 'This `runId` has already been used.' },
  payloadMismatch: {
    code: 400110,
    status: 400,
    message: 'The payload does not match the input schema of the trigger.',
  },
  unknownTriggerNode: {
    code: 400111,
    status: 400,
    message: '`triggerNodeId` names no trigger of this version.',
  },
  notSyncable: {
    code: 400112,
    status: 400,
    message: 'A synchronous run takes at most 20 nodes and neither `wait` nor `for-each`.',
  },
  unknownResumeName: {
    code: 400124,
    status: 400,
    message: 'The wait takes no resume under this name.',
  },
  triggerNotManual: {
    code: 400229,
    status: 400,
    message: 'An inline definition must start with a `manual` trigger.',
  },
  runNotFound: { code: 404010, status: 404, message: 'There is no such run.' },
  nodeNotFound: { code: 404011, status: 404, message: 'The run has no such node.' },
  runEnded: { code: 409002, status: 409, message: 'The run has already ended.' },
  runNotRetryable: {
    code: 409003,
    status: 409,
    message: 'Only a run that failed or was cancelled can be retried.',
  },
  tooManyResumes: {
    code: 429001,
    status: 429,
    message: 'The run holds too many or too large resumes that it has not taken up yet.',
  },
} as const satisfies Record<string, ErrorSpec>;
