import type { Config } from '../config/config';
import { StartError } from '../config/start-error';
import { hasLocalKey } from '../secrets/local-key';
import { startCore } from './core';
import { createLog } from './logger';

/** A worker alone, until it is stopped. */
export async function startWorkerAlone(config: Config): Promise<{ stop(): Promise<void> }> {
  const log = createLog(config.logLevel);
  if (config.database.url === undefined || !config.temporal.configured) {
    throw new StartError(
      'A worker alone needs DATABASE_URL and TEMPORAL_ADDRESS: `npm start` carries its own.',
    );
  }
  if (config.encryptionKeys.length === 0 && !hasLocalKey(config.dataDir)) {
    throw new StartError(
      'A worker alone needs the key that the API seals secrets with: set WEFT_ENCRYPTION_KEY for both, ' +
        `or WEFT_DATA_DIR to the data directory of the API (${config.dataDir} has no key).`,
    );
  }
  const core = await startCore(config, log, say, (reason) => {
    log.fatal(reason);
    process.exit(1);
  });
  const worker = await core.startWorker();
  say(`Weft worker is ready on task queue ${config.temporal.taskQueue}.`);
  return {
    async stop() {
      await worker.stop();
      await core.close();
    },
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
