import 'reflect-metadata';
import { ConfigError, loadConfig } from './config/config';
import { startWorkerAlone } from './service/start-worker';

/** A worker without the API: `npm run worker`. */
async function main(): Promise<void> {
  const worker = await startWorkerAlone(loadConfig(process.env));
  const stop = (): void => {
    worker.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError;
  process.stderr.write(
    `${known ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
