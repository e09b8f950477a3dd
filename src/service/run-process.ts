import { StartError } from '../config/start-error';

/** Starts the service or a worker, and stops it in order when a signal says so. */
export async function runProcess(
  start: () => Promise<{ stop(reason: string): Promise<void> }>,
): Promise<void> {
  try {
    const running = await start();
    const stop = (signal: string): void => {
      running.stop(signal).then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`The stop failed: ${explain(error)}\n`);
          process.exit(1);
        },
      );
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
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
