import { B3OS_OPERATIONS } from '../../src/openapi/b3os-operations';
import type { ContractNote } from './contract/notes';
import { DEVIATIONS } from './deviations';
import type { PublishedOperation } from './published-document';

const HEAD = `# API coverage

Written by the contract run, \`test/published/contract.spec.ts\`: it calls every operation that is built through the typed client, holds the answer against the published OpenAPI document and, where B3OS has the operation, against B3OS's document, and finds what was written by another operation. So does every other suite with the answers that it gets.
`;

const B3OS: ReadonlyMap<string, string> = new Map(
  B3OS_OPERATIONS.map(({ id, area }) => [id, area]),
);

/** docs/api-coverage.md. */
export function coveragePage(
  operations: readonly PublishedOperation[],
  notes: readonly ContractNote[],
): string {
  const found = new Map(notes.map((note) => [note.id, note]));
  const rows = [...operations].sort((a, b) => compare(areaOf(a) + a.path, areaOf(b) + b.path));
  const built = rows.filter(({ pending }) => !pending);
  const pending = rows.filter((operation) => operation.pending);
  const ofB3os = built.filter(({ id }) => B3OS.has(id));
  const count = `${ofB3os.length} of B3OS's ${B3OS.size} operations are built, ${pending.length} are pending. Weft has ${built.length - ofB3os.length} of its own.`;
  return [
    `${HEAD}\n${count}\n`,
    '## Built\n',
    table(
      ['area', 'operation', 'request', 'status', 'test', 'read back by'],
      built.map((one) => [...[areaOf(one), one.id, requestOf(one)], ...testOf(found.get(one.id))]),
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

/** Status, test and what has read it back. */
function testOf(note: ContractNote | undefined): string[] {
  if (note === undefined) return ['none', '', ''];
  return [String(note.status), `contract: ${note.area}`, note.readBack ?? ''];
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
