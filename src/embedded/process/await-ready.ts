import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from './server-process';

const POLL_MS = 25;
const TIMEOUT_MS = 60_000;
const ATTEMPTS = 10;
const PAUSE_MS = 500;

export class ServerStartError extends Error {
  constructor(
    server: string,
    why: string,
    readonly logTail: string,
  ) {
    super(`${server} ${why}. The end of its log:\n${logTail}`);
    this.name = 'ServerStartError';
  }
}

/**
 * Asks until the server answers, and stops it when it does not.
 * @throws ServerStartError when it ends first or takes longer than a minute; what `isReady` throws.
 */
export async function awaitReady(
  title: string,
  server: ServerProcess,
  isReady: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  try {
    while (server.isRunning() && Date.now() < deadline) {
      if ((await isReady()) && server.isRunning()) return;
      await sleep(POLL_MS);
    }
  } catch (error) {
    await server.stop();
    throw error;
  }
  const why = server.isRunning()
    ? `does not answer after ${TIMEOUT_MS / 1000} s`
    : await server.ended;
  await server.stop();
  throw new ServerStartError(title, why, server.logTail());
}

/** Starts again while the log names a cause that passes by itself, such as a port lost in a race. */
export async function retryStart<T>(passing: RegExp, start: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      const passes = error instanceof ServerStartError && passing.test(error.logTail);
      if (!passes || attempt === ATTEMPTS) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
