import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'tar';
import { downloadOfficialCli } from './official-download';

let folder: string;
let target: string;
let server: Server;

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-official-'));
  target = join(folder, 'target');
  mkdirSync(target);
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

it('asks where the archive is and takes the program out of it, and nothing else', async () => {
  writeFileSync(join(folder, 'temporal'), 'program');
  writeFileSync(join(folder, 'LICENSE'), 'text');
  const archive = join(folder, 'cli.tar.gz');
  await create({ gzip: true, file: archive, cwd: folder }, ['LICENSE', 'temporal']);
  const asked: URL[] = [];
  const origin = await serve((request, response) => {
    const url = new URL(request.url ?? '', origin);
    asked.push(url);
    const info = { archiveUrl: `${origin}/cli.tar.gz`, fileToExtract: 'temporal' };
    response.end(asked.length === 1 ? JSON.stringify(info) : readFileSync(archive));
  });

  const file = await downloadOfficialCli(target, origin);
  expect(readFileSync(file, 'utf8')).toBe('program');
  expect(readdirSync(target)).toEqual(['temporal']);
  expect(asked[0]?.pathname).toBe('/cli/v1.9.1');
  expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
    arch: process.arch === 'x64' ? 'amd64' : 'arm64',
    platform: process.platform,
    format: 'tar.gz',
  });
  expect(asked[1]?.pathname).toBe('/cli.tar.gz');
});

it('gives up soon when nothing answers', async () => {
  const origin = await serve(() => undefined);
  await expect(downloadOfficialCli(target, origin)).rejects.toThrow('no answer within 2.5 s');
});

it('says what was answered', async () => {
  const origin = await serve((_request, response) => {
    response.writeHead(403).end();
  });
  await expect(downloadOfficialCli(target, origin)).rejects.toThrow('answered 403');
});

it('refuses an answer of another form', async () => {
  const origin = await serve((_request, response) => {
    response.end('{"archiveUrl":7}');
  });
  await expect(downloadOfficialCli(target, origin)).rejects.toThrow(
    `${origin} answered in a form that is not known`,
  );
});
