// `npm start` and `npm run worker`: builds when it must, then runs in this very process, so that signals
// and the exit code need no passing on.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded, entries } from './build.mjs';

if (!(await buildIfNeeded())) process.exit(1);
const name = process.argv[2] === 'worker' ? 'worker.js' : 'main.js';
await import(pathToFileURL(join(entries, name)).href);
