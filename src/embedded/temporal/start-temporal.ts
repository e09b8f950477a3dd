import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { awaitReady, retryStart } from '../process/await-ready';
import { choosePort, LOOPBACK } from '../process/choose-port';
import { ServerProcess } from '../process/server-process';
import type { ServerRecord } from '../process/server-record';
import type { StopStep } from '../process/stop-process';
import { findTemporalCli } from './find-cli';
import { serverArguments, type SearchAttributeType } from './server-arguments';

const DEFAULT_PORT = 7233;
const DEFAULT_UI_PORT = 8233;

export const TEMPORAL_STOP: readonly StopStep[] = [
  { signal: 'SIGTERM', graceMs: 15_000 },
  { signal: 'SIGKILL', graceMs: 5_000 },
];

export interface RunningTemporal {
  server: ServerProcess;
  temporalAddress: string;
  temporalUiUrl: string;
}

export interface TemporalOptions {
  dataDir: string;
  port: number | undefined;
  uiPort: number | undefined;
  inMemory: boolean;
  searchAttributes: Readonly<Record<string, SearchAttributeType>>;
  record: ServerRecord;
  log: (line: string) => void;
}

export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  const { dataDir, log } = options;
  const file = await findTemporalCli({
    fallbackCache: join(dataDir, 'cache'),
    env: process.env,
    log,
  });
  const folder = join(dataDir, 'temporal');
  // Payloads are in it, and SQLite makes its files readable to all.
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  return retryStart(/address already in use/i, async () => {
    const wanted = options.port ?? DEFAULT_PORT;
    const port = await choosePort({ purpose: 'Temporal', wanted }, log);
    const uiWanted = options.uiPort ?? DEFAULT_UI_PORT;
    const uiPort = await choosePort({ purpose: 'Temporal UI', wanted: uiWanted }, log);
    const server = new ServerProcess(
      {
        name: 'temporal',
        file,
        args: serverArguments({
          port,
          uiPort,
          databaseFile: options.inMemory ? undefined : join(folder, 'temporal.db'),
          searchAttributes: options.searchAttributes,
        }),
        logFile: join(dataDir, 'logs', 'temporal.log'),
        stopSteps: TEMPORAL_STOP,
      },
      options.record,
    );
    const temporalUiUrl = `http://${LOOPBACK}:${uiPort}`;
    await awaitReady('Temporal', server, () => answersThroughUi(temporalUiUrl));
    return { server, temporalAddress: `${LOOPBACK}:${port}`, temporalUiUrl };
  });
}

/** The UI passes this on to the server's gRPC port, so that one call shows both to be up. */
async function answersThroughUi(uiUrl: string): Promise<boolean> {
  try {
    const response = await fetch(`${uiUrl}/api/v1/namespaces/default`, {
      signal: AbortSignal.timeout(2_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
