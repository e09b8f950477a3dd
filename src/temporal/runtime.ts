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
 * SDK would stop its workers on its own, before the API. A run that fails by its definition is told of
 * in its record, not as a warning.
 */
export function installRuntime(log: RuntimeLog): void {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('INFO', (entry: LogEntry) => {
      const level = entry.message === 'Workflow failed' ? 'debug' : LEVELS[entry.level];
      log[level]({ ...entry.meta }, entry.message);
    }),
  });
}
