import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { x as extract } from 'tar';
import { CLI_VERSION } from './cli-release';

const ANSWER_TIMEOUT_MS = 2_500;
const TRANSFER_TIMEOUT_MS = 300_000;

const ARCHITECTURES: ReadonlyMap<string, string> = new Map([
  ['x64', 'amd64'],
  ['arm64', 'arm64'],
]);

/**
 * Downloads the official CLI as Temporal's SDKs do for their test server (sdk-core,
 * `ephemeral_server/mod.rs`): one request for the archive's address, a second for the archive.
 * One attempt, given up when no answer comes within 2.5 s: closed networks are common.
 * @param origin of the service that knows the archives.
 * @returns the path of the program in `folder`.
 */
export async function downloadOfficialCli(
  folder: string,
  origin = 'https://temporal.download',
): Promise<string> {
  const arch = ARCHITECTURES.get(process.arch);
  if (arch === undefined) throw new Error(`no official build for ${process.arch}`);
  const query = new URLSearchParams({ arch, platform: process.platform, format: 'tar.gz' });
  const info = await request(`${origin}/cli/v${CLI_VERSION}?${query.toString()}`);
  const { archiveUrl, fileToExtract } = (await info.json()) as Record<string, unknown>;
  if (typeof archiveUrl !== 'string' || typeof fileToExtract !== 'string') {
    throw new Error(`${origin} answered in a form that is not known`);
  }
  const archive = await request(archiveUrl);
  if (!archive.body) throw new Error(`${archiveUrl} is empty`);
  await pipeline(
    Readable.fromWeb(archive.body),
    extract({ cwd: folder, filter: (path) => path.replace(/^\.\//, '') === fileToExtract }),
  );
  return join(folder, fileToExtract);
}

/** Fetches with a short limit on the answer and a long one on the body. */
async function request(url: string): Promise<Response> {
  const abort = new AbortController();
  const noAnswer = setTimeout(() => {
    abort.abort(new Error(`no answer within ${ANSWER_TIMEOUT_MS / 1000} s`));
  }, ANSWER_TIMEOUT_MS);
  try {
    const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(TRANSFER_TIMEOUT_MS)]);
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return response;
  } finally {
    clearTimeout(noAnswer);
  }
}
