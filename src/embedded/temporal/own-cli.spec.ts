import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOwnCli } from './own-cli';

let folder: string;
let lines: string[];
const log = (line: string) => lines.push(line);

function program(directory: string, output: string, mode = 0o755): string {
  mkdirSync(join(folder, directory), { recursive: true });
  const file = join(folder, directory, 'temporal');
  writeFileSync(file, `#!/bin/sh\necho "${output}"\n`, { mode });
  return file;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-cli-'));
  lines = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('takes TEMPORAL_CLI_PATH before what is on the PATH', () => {
  const named = program('named', 'temporal version 1.9.1');
  program('bin', 'temporal version 1.9.1');
  const env = { TEMPORAL_CLI_PATH: named, PATH: join(folder, 'bin') };
  expect(findOwnCli(env, log)).toBe(named);
});

it.each([
  ['is no program that can be run', 'temporal version 1.9.1', 0o644],
  ['is not the Temporal CLI', 'hello', 0o755],
  ['is version 1.2.0, and 1.3.0 is the oldest that will do', 'temporal version 1.2.0', 0o755],
])('refuses a TEMPORAL_CLI_PATH that %s', (problem, output, mode) => {
  const named = program('named', output, mode);
  const env = { TEMPORAL_CLI_PATH: named, PATH: join(folder, 'bin') };
  expect(() => findOwnCli(env, log)).toThrow(`TEMPORAL_CLI_PATH: ${named} ${problem}.`);
});

it('takes the first on the PATH that will do, and says what it left aside', () => {
  const old = program('old', 'temporal version 1.1.0');
  const other = program('other', 'a clock');
  const good = program('good', 'temporal version 1.9.1');
  const PATH = ['', 'missing', 'old', 'other', 'good'].map((d) => d && join(folder, d)).join(':');
  expect(findOwnCli({ PATH }, log)).toBe(good);
  expect(lines).toEqual([
    `${old} is left aside: it is version 1.1.0, and 1.3.0 is the oldest that will do.`,
    `${other} is left aside: it is not the Temporal CLI.`,
  ]);
});

it('finds none on an empty PATH', () => {
  expect(findOwnCli({}, log)).toBeUndefined();
});
