import { constants } from 'node:os';
import { StartError } from '../config/start-error';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ctrl-C reaches a process twice, by its terminal and by npm, which passes it on: that is no second one. */
const SAME_SIGNAL_MS = 1_000;

/**
 * Starts the service or a worker, and stops it in order when a signal says so, be it while it starts. A second one ends
 * it at once.
 */
export async function runProcess(
  start: () => Promise<{ stop(reason: string): Promise<void> }>,
): Promise<void> {
  let stoppingSince: number | undefined;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    const now = performance.now();
    if (stoppingSince !== undefined) {
      if (now - stoppingSince > SAME_SIGNAL_MS) process.exit(128 + constants.signals[signal]);
      return;
    }
    stoppingSince = now;
    try {
      await (await running).stop(signal);
      process.exit(0);
    } catch (error) {
      process.stderr.write(`The stop failed: ${explain(error)}\n`);
      process.exit(1);
    }
  };
  // Before the start: whoever has read that the service is ready may stop it.
  for (const signal of SIGNALS) process.on(signal, (name) => void stop(name));
  // What the start throws at once is told like what it throws later.
  const running = Promise.resolve().then(start);
  try {
    await running;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

/** What a person is told. Errors of native modules have no stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof StartError) return error.message;
  return error.stack ?? (error.message || error.name);
}
