import { B3OS_OPERATIONS } from '../../src/openapi/b3os-operations';
import { DEVIATIONS } from './deviations';
import type { PublishedOperation } from './published-document';
import type { Seen } from './seen';

const HEAD = `# API coverage

Written by \`npm test\`. Every answer that a suite gets of the API is held against the published OpenAPI document, and those of B3OS's operations against B3OS's document, too. An operation is tested when a suite has got a success of it that passed both; the test named is one of those that did.
`;

const B3OS: ReadonlyMap<string, string> = new Map(
  B3OS_OPERATIONS.map(({ id, area }) => [id, area]),
);

/** Operations that can be called and of which no suite has seen a success. */
export function untested(
  operations: readonly PublishedOperation[],
  seen: readonly Seen[],
): PublishedOperation[] {
  const tests = testsOf(seen);
  return operations.filter(({ id, pending }) => !pending && !tests.has(id));
}

/** docs/api-coverage.md. */
export function coveragePage(
  operations: readonly PublishedOperation[],
  seen: readonly Seen[],
): string {
  const tests = testsOf(seen);
  const rows = [...operations].sort((a, b) => compare(areaOf(a) + a.path, areaOf(b) + b.path));
  const built = rows.filter(({ pending }) => !pending);
  const pending = rows.filter((operation) => operation.pending);
  const ofB3os = built.filter(({ id }) => B3OS.has(id));
  const count = `${ofB3os.length} of B3OS's ${B3OS.size} operations are built, ${pending.length} are pending. Weft has ${built.length - ofB3os.length} of its own.`;
  return [
    `${HEAD}\n${count}\n`,
    '## Built\n',
    table(
      ['area', 'operation', 'request', 'test'],
      built.map((one) => [areaOf(one), one.id, requestOf(one), tests.get(one.id) ?? 'none']),
    ),
    '## Pending\n',
    table(
      ['area', 'operation', 'request'],
      pending.map((one) => [areaOf(one), one.id, requestOf(one)]),
    ),
    '## Where answers differ from B3OS\n',
    table(
      ['operations', 'place', 'reason'],
      DEVIATIONS.map(({ operations: ids, place, reason }) => [
        ids?.join(', ') ?? 'all',
        `\`${place.source.replaceAll('|', '\\|')}\``,
        reason,
      ]),
    ),
  ].join('\n');
}

/** They call every operation there is, and look at none of the answers. */
const WALKS = /^test\/api\/(isolation|nasty-input|operations)\.spec\.ts$/;

/** By operation a test that has seen a success: always the same one, whatever the order. */
function testsOf(seen: readonly Seen[]): Map<string, string> {
  const done = seen.filter(({ status, spec }) => status < 300 && !WALKS.test(spec));
  return new Map(done.sort((a, b) => compare(b.spec, a.spec)).map(({ id, spec }) => [id, spec]));
}

const areaOf = ({ id }: PublishedOperation): string => B3OS.get(id) ?? 'own';

const requestOf = ({ method, path }: PublishedOperation): string => `\`${method} ${path}\``;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** With cells as wide as Prettier makes them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => (row[at] ?? '').length), 3),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |\n`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...rows].map(line).join('');
}
