import 'reflect-metadata';
import { ConfigError, loadConfig } from './config/config';
import { startService } from './service/start-service';

/** The API, with a worker in the process unless told not to. */
async function main(): Promise<void> {
  const service = await startService(loadConfig(process.env));
  const stop = (signal: string): void => {
    service.stop(signal).then(
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
