// A service of its own, with PostgreSQL and Temporal, in a folder of its own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { entries } from '../build.mjs';

export const root = join(entries, '../..');

/** @param administrators ids of those who administer the installation */
export async function start(dataDir, administrators = []) {
  const child = spawn(process.execPath, [join(entries, 'main.js')], {
    cwd: root,
    env: {
      ...process.env,
      ...{ PORT: '0', HOST: '127.0.0.1', WEFT_DATA_DIR: dataDir, WEFT_SIGN_UP: 'open' },
      ...{ WEFT_LOG_LEVEL: 'warn', WEFT_RATE_LIMIT: '0', WEFT_OPEN_RATE_LIMIT: '0' },
      ...{ WEFT_POSTGRES_PORT: '0', WEFT_TEMPORAL_PORT: '0', WEFT_TEMPORAL_UI_PORT: '0' },
      ...{ WEFT_ADMINS: administrators.join(','), WEFT_TRUSTED_PROXIES: '1' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    const [, port] = /^ *API +http:\/\/localhost:(\d+)$/.exec(line) ?? [];
    if (port === undefined) continue;
    child.stdout.resume();
    const stop = async () => {
      child.kill('SIGTERM');
      await ended;
    };
    return { url: `http://127.0.0.1:${port}`, stop };
  }
  throw new Error('The service did not start.');
}
