import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './compose-file';

export interface Image {
  /** What is `/app` in the image. */
  folder: string;
  remove(): void;
}

/**
 * A folder with what the Dockerfile puts into the image: the manifest, the packages and the build. Built
 * anew, so that it is neither missing nor old, and beside `dist`, which a running service may be using.
 */
export function buildImage(): Image {
  const folder = mkdtempSync(path.join(tmpdir(), 'weft-image-'));
  copyFileSync(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  const compiler = createRequire(__filename).resolve('typescript/bin/tsc');
  const outDir = path.join(folder, 'dist');
  run(ROOT, [compiler, '-p', 'tsconfig.build.json', '--sourceMap', 'false', '--outDir', outDir]);
  run(folder, ['dist/src/temporal/bundle.js']);
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function run(cwd: string, args: string[]): void {
  try {
    execFileSync(process.execPath, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${args.join(' ')} failed:\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
  }
}
