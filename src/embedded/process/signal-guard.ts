import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls `stop` and exits on a signal that nobody else listens to: while the application has not put
 * up its own handlers yet, a signal would end this process alone and leave the servers running.
 * A second signal ends the process at once.
 * @returns what takes the guard away.
 */
export function stopOnUnhandledSignal(stop: () => Promise<void>): () => void {
  const onSignal = (signal: (typeof SIGNALS)[number]) => {
    if (process.listenerCount(signal) > 1) return;
    remove();
    void stop().finally(() => process.exit(128 + constants.signals[signal]));
  };
  const remove = () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return remove;
}
