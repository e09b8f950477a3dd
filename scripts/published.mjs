// Writes what is made out of the code and kept in the repository, so that a change of it is seen. With `--check`
// nothing is written, and the exit code says whether all of it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { buildIfNeeded, entries } from './build.mjs';
import { clientSchema } from './client-schema.mjs';
import { errorsPage } from './errors-page.mjs';

const root = join(entries, '../..');
const require = createRequire(import.meta.url);

if (!(await buildIfNeeded())) process.exit(1);
const { ERRORS } = require(join(entries, 'common/errors.js'));
const { describeApi } = require(join(entries, 'openapi/describe-api.js'));
const style = await resolveConfig(join(root, 'package.json'));
const files = {
  'docs/errors.md': await pretty(errorsPage(ERRORS), 'markdown'),
  'packages/client/src/schema.ts': await pretty(
    await clientSchema(await describeApi()),
    'typescript',
  ),
};

const stale = Object.keys(files).filter((path) => read(path) !== files[path]);
if (process.argv.includes('--check')) {
  for (const path of stale) console.error(`${path} is out of date: npm run published`);
  process.exit(stale.length > 0 ? 1 : 0);
}
for (const path of stale) {
  writeFileSync(join(root, path), files[path]);
  console.log(`${path} is written.`);
}

function pretty(text, parser) {
  return format(text, { ...style, parser });
}

function read(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
