/** The parts of a page of Markdown that the suites read. `line` counts from 1. */
export type Block =
  | { kind: 'heading'; level: number; text: string; line: number }
  /** `role` is the second word after the backticks: ```json run. */
  | { kind: 'fence'; language: string; role: string; text: string; line: number }
  | { kind: 'table'; header: string[]; rows: string[][]; line: number };

export type Fence = Extract<Block, { kind: 'fence' }>;
export type Table = Extract<Block, { kind: 'table' }>;

const HEADING = /^(#+) (.+)$/;
const FENCE = /^```(\S*) ?(.*)$/;

export function parsePage(source: string): Block[] {
  const lines = source.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, marks, text] = HEADING.exec(line) ?? [];
    const [, language, role] = FENCE.exec(line) ?? [];
    if (marks !== undefined && text !== undefined) {
      blocks.push({ kind: 'heading', level: marks.length, text, line: at + 1 });
    } else if (language !== undefined && role !== undefined) {
      const end = lines.indexOf('```', at + 1);
      if (end < 0) throw new Error(`The block at line ${at + 1} is not closed.`);
      const inner = lines.slice(at + 1, end).join('\n');
      blocks.push({ kind: 'fence', language, role, text: inner, line: at + 1 });
      at = end;
    } else if (line.startsWith('|')) {
      const length = lines.slice(at).findIndex((next) => !next.startsWith('|'));
      const [header = [], , ...rows] = lines.slice(at, at + length).map(cellsOf);
      blocks.push({ kind: 'table', header, rows, line: at + 1 });
      at += length - 1;
    }
  }
  return blocks;
}

/** What stands below the heading with this text, down to the next heading of its level or above. */
export function sectionOf(blocks: readonly Block[], title: string): Block[] {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === title);
  const heading = blocks[start];
  if (heading?.kind !== 'heading') throw new Error(`The page has no section ${title}.`);
  const below = blocks.slice(start + 1);
  const end = below.findIndex((block) => block.kind === 'heading' && block.level <= heading.level);
  return end < 0 ? below : below.slice(0, end);
}

/** The tables whose first column has this name. */
export function tablesOf(blocks: readonly Block[], firstColumn: string): Table[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' && block.header[0] === firstColumn ? [block] : [],
  );
}

/** The first text between backticks in each first cell. */
export function namesIn(table: Table): string[] {
  return table.rows.map(([cell = '']) => codeIn(cell));
}

/** The text between the first backticks of a cell. */
export function codeIn(cell: string): string {
  const code = /`([^`]+)`/.exec(cell)?.[1];
  if (code === undefined) throw new Error(`Nothing stands between backticks in: ${cell}`);
  return code;
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** The anchor that a heading has on the page. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
