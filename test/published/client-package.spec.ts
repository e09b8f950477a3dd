import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const PACKAGE = join(ROOT, 'packages/client');

/** A user's module: it compiles with the types of the built package, and runs with its code. */
const USER = `import { createWeftClient, follow, type RunEvent, type Schemas } from '@weft/client';

const client = createWeftClient({ url: 'http://localhost:3000', token: 'b3sk_x' });
const body: Schemas['CreateWorkflowDto'] = { name: 'x', definition: { nodes: {} } };
const status = (event: RunEvent): string => event.status;
// @ts-expect-error There is no such route.
void (() => client.GET('/v1/nothing'));
console.log(typeof client.POST, typeof follow, body.name, typeof status);
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-client-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(command: string, ...parameters: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...parameters], {
    ...{ cwd: folder, encoding: 'utf8' },
  });
  if (status !== 0) throw new Error(`${command} failed:\n${stdout}${stderr}`);
  return stdout;
}

describe('the package of the client', () => {
  it('is built, imported by its name, and runs', () => {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const installed = join(folder, 'node_modules/@weft/client');
    mkdirSync(installed, { recursive: true });
    cpSync(join(PACKAGE, 'package.json'), join(installed, 'package.json'));
    symlinkSync(
      join(ROOT, 'node_modules/openapi-fetch'),
      join(folder, 'node_modules/openapi-fetch'),
    );
    symlinkSync(
      join(ROOT, 'node_modules/openapi-typescript-helpers'),
      join(folder, 'node_modules/openapi-typescript-helpers'),
    );
    run(tsc, '-p', join(PACKAGE, 'tsconfig.json'), '--outDir', join(installed, 'dist'));

    writeFileSync(join(folder, 'user.mts'), USER);
    const compilerOptions = {
      ...{ module: 'nodenext', target: 'es2023', strict: true, types: [] },
      lib: ['es2023', 'dom'],
    };
    const config = { compilerOptions, files: ['user.mts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    run(tsc, '-p', folder);
    expect(run(join(folder, 'user.mjs'))).toBe('function function x function\n');
  });
});
