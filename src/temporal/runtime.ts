import { ApplicationFailure } from '@temporalio/common';
import { DefaultLogger, type LogEntry, type LogLevel, Runtime } from '@temporalio/worker';

/** What of a logger the SDK's lines need. */
export interface RuntimeLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const LEVELS: Record<LogLevel, keyof RuntimeLog> = {
  TRACE: 'debug',
  DEBUG: 'debug',
  INFO: 'debug',
  WARN: 'warn',
  ERROR: 'error',
};

/**
 * Sets up Temporal's SDK for this process, once and before anything else of it. Signals stay ours: the
 * SDK would stop its workers on its own, before the API.
 */
export function installRuntime(log: RuntimeLog): void {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('INFO', (entry) => {
      tell(log, entry);
    }),
  });
}

/**
 * Passes a line of the SDK on. A run that fails by its definition is told of in its record, and an action that
 * fails by the line of its attempt: here neither is a warning. Other failures that are foreseen need no stack.
 */
export function tell(log: RuntimeLog, { level, message, meta = {} }: LogEntry): void {
  const { error, workflowId, activityType, attempt } = meta as Record<string, unknown>;
  if (message === 'Workflow failed') {
    log.debug(meta, message);
  } else if (message === 'Activity failed' && error instanceof ApplicationFailure) {
    const { type: code, cause } = error;
    const fields = { runId: workflowId, activityType, attempt, code, reason: error.message };
    const because = cause && { because: cause.message };
    log[isRecorded(error) ? 'debug' : LEVELS[level]]({ ...fields, ...because }, message);
  } else {
    log[LEVELS[level]]({ ...meta }, message);
  }
}

/** What the run's own record and log tell of. */
function isRecorded({ details }: ApplicationFailure): boolean {
  const [detail] = (details ?? []) as ({ recorded?: unknown } | null | undefined)[];
  return detail?.recorded === true;
}
