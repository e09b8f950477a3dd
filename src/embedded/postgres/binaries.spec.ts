import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkLibraries } from './binaries';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-links-'));
  mkdirSync(join(folder, 'lib'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('makes the links of the package’s list, relative, in a folder of any name', () => {
  const links = [
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
  ];
  writeFileSync(join(folder, 'pg-symlinks.json'), JSON.stringify(links));
  expect(linkLibraries(folder)).toBe(true);
  expect(linkLibraries(folder)).toBe(true);
  expect(readlinkSync(join(folder, 'lib', 'libpq.so'))).toBe('libpq.so.5.18');
  expect(readlinkSync(join(folder, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
});

it('tells when the folder does not let it', () => {
  const links = [{ source: 'native/lib/a.so.1', target: 'native/gone/a.so' }];
  writeFileSync(join(folder, 'pg-symlinks.json'), JSON.stringify(links));
  expect(linkLibraries(folder)).toBe(false);
});

it('has nothing to do on a platform without a list', () => {
  expect(linkLibraries(folder)).toBe(true);
});
