import type { LoggerService } from '@nestjs/common';
import { type Logger as PinoLogger, pino, stdSerializers } from 'pino';
import type { LogLevel } from '../config/environment';

export type Log = PinoLogger;

/** JSON lines on standard error: standard output is for what a person is told at the start. */
export function createLog(level: LogLevel): Log {
  return pino(
    { level, base: undefined, serializers: { error: stdSerializers.err } },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** Nest's own lines, in the same form. */
export function nestLogger(log: Log): LoggerService {
  const say =
    (level: 'info' | 'error' | 'warn' | 'debug' | 'trace') =>
    (message: unknown, ...rest: unknown[]): void => {
      const context = rest.at(-1);
      log[level](
        {
          ...(typeof context === 'string' && { context }),
          ...(rest.length > 1 && { detail: rest[0] }),
        },
        typeof message === 'string' ? message : JSON.stringify(message),
      );
    };
  return {
    log: say('debug'),
    error: say('error'),
    warn: say('warn'),
    debug: say('debug'),
    verbose: say('trace'),
  };
}
