import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coveragePage, untested } from './coverage-page';
import { publishedOperations, readDocument } from './published-document';

const ROOT = join(__dirname, '../..');
/** What the suites have seen, one line for each operation, status and suite. */
export const SEEN_FOLDER = join(ROOT, 'reports/published/seen');
const PAGE = join(ROOT, 'docs/api-coverage.md');

/** One answer that a suite has got. */
export interface Seen {
  id: string;
  status: number;
  spec: string;
}

/** After all suites: writes docs/api-coverage.md. Throws when an operation was never called with success. */
export function writeCoverage(): void {
  const operations = publishedOperations(readDocument());
  const seen = readSeen();
  const page = coveragePage(operations, seen);
  if (!existsSync(PAGE) || readFileSync(PAGE, 'utf8') !== page) writeFileSync(PAGE, page);
  const left = untested(operations, seen).map(({ id }) => id);
  if (left.length > 0) throw new Error(`No suite has called with success: ${left.join(', ')}`);
}

function readSeen(): Seen[] {
  const files = existsSync(SEEN_FOLDER) ? readdirSync(SEEN_FOLDER) : [];
  return files
    .flatMap((name) => readFileSync(join(SEEN_FOLDER, name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Seen);
}
