import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContract } from './contract/notes';
import { coveragePage } from './coverage-page';
import { publishedOperations, readDocument } from './published-document';

const PAGE = join(__dirname, '../../docs/api-coverage.md');
const COMMAND = 'npm run test:e2e test/published/contract.spec.ts';

/**
 * After the suites: writes docs/api-coverage.md out of what the contract run has called. In CI, where nobody would
 * commit it, throws when the page is another. Without the contract run nothing is done, unless all suites were run.
 */
export function writeCoverage(allRan: boolean): void {
  const operations = publishedOperations(readDocument());
  const notes = readContract();
  const called = new Set(notes.map(({ id }) => id));
  const left = operations.filter(({ id, pending }) => !pending && !called.has(id));
  if (left.length > 0) {
    if (!allRan) return;
    throw new Error(`The contract run has not passed for ${left.map(({ id }) => id).join(', ')}.`);
  }
  const page = coveragePage(operations, notes);
  if (existsSync(PAGE) && readFileSync(PAGE, 'utf8') === page) return;
  if (process.env.CI === undefined) writeFileSync(PAGE, page);
  else throw new Error(`docs/api-coverage.md is out of date. Write it and commit it:\n${COMMAND}`);
}
