// Builds `dist` when the sources are newer than what was built: for `npm start` and for the tests. Plain
// Node: it must work before anything is built, and npm runs no `prestart` when scripts are held back.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Where the built entry points are. */
export const entries = join(root, 'dist', 'src');
const entry = join(entries, 'main.js');
/** Its time is the moment the last good build began: what was saved during that build is newer. */
const stamp = join(root, 'dist', '.built');
const lock = join(root, 'node_modules', '.weft-build.lock');
const sources = [
  'definition',
  'workflows',
  'activities',
  'src',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
];

/** Builds `dist` when the sources are newer. False when there is nothing to start. */
export async function buildIfNeeded() {
  return !needsBuild() || (await buildOnce());
}

function needsBuild() {
  if (!existsSync(entry)) return true;
  // An image carries the build alone.
  if (!existsSync(join(root, 'src'))) return false;
  const built = statSync(existsSync(stamp) ? stamp : entry).mtimeMs;
  return sources.some((source) => newestChange(join(root, source)) > built);
}

function newestChange(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return path.endsWith('.spec.ts') ? 0 : stats.mtimeMs;
  // The folder's own time tells of a file that was removed.
  return Math.max(
    stats.mtimeMs,
    ...readdirSync(path).map((name) => newestChange(join(path, name))),
  );
}

/** One build at a time, since each empties `dist` first. False when it failed. */
async function buildOnce() {
  mkdirSync(dirname(lock), { recursive: true });
  for (let waits = 0; !takeLock(); waits += 1) {
    if (waits === 10) console.log(`Waiting for another build (its lock is ${lock}) ...`);
    await sleep(200);
  }
  try {
    return !needsBuild() || build();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = readFileIfThere(lock);
  if (holder !== undefined && !isAlive(Number(holder))) rmSync(lock, { force: true });
  return false;
}

function readFileIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function build() {
  const nest = findNest();
  if (!nest) {
    const old = existsSync(entry);
    if (old) console.warn('The sources are newer than the build, and there is no compiler here.');
    else console.error('Weft is not built and there is no compiler: run `npm install` first.');
    return old;
  }
  console.log('Building Weft ...');
  const began = new Date();
  if (!run(nest, 'build') || !run(join(root, 'dist', 'src', 'temporal', 'bundle.js'))) {
    console.error('The build failed: Weft does not start.');
    return false;
  }
  writeFileSync(stamp, '');
  utimesSync(stamp, began, began);
  return true;
}

function run(...command) {
  return (
    spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
      .status === 0
  );
}

function findNest() {
  const manifest = join(root, 'node_modules', '@nestjs', 'cli', 'package.json');
  if (!existsSync(manifest)) return undefined;
  const { bin } = createRequire(import.meta.url)(manifest);
  return join(dirname(manifest), bin.nest);
}
