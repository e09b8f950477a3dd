import type { Estimate } from './stats';

/** One line of the table. */
export interface Row {
  scenario: string;
  what: string;
  unit: string;
  weft: number;
  /** Hand-written with a record of progress. */
  record?: number;
  /** Hand-written, nothing written to a database. */
  bare?: number;
  /** Weft against `record`, and against `bare`. */
  ratio?: Estimate;
  ratioBare?: Estimate;
  target?: string;
  verdict?: Verdict;
  note?: string;
}

export type Verdict = 'met' | 'over' | 'far over';

/** A ratio above this is not done, whatever explains it. */
const FAR = 1.5;

export function judge(value: number, target: number, far = target * FAR): Verdict {
  if (value <= target) return 'met';
  return value <= far ? 'over' : 'far over';
}

export function judgeRatio({ median }: Estimate, target: number): Verdict {
  return judge(median, target, FAR);
}

const HEAD = [
  'scenario',
  'figure',
  'weft',
  'record',
  'bare',
  'unit',
  'weft/record',
  'weft/bare',
  'target',
  '',
];

export function renderTable(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map(rowCells)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return lines.join('\n');
}

function rowCells(row: Row): string[] {
  return [
    row.scenario,
    row.note === undefined ? row.what : `${row.what} (${row.note})`,
    figure(row.weft),
    figure(row.record),
    figure(row.bare),
    row.unit,
    interval(row.ratio),
    interval(row.ratioBare),
    row.target ?? '',
    row.verdict ?? '',
  ];
}

function figure(value: number | undefined): string {
  if (value === undefined) return '';
  if (Number.isNaN(value)) return '?';
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function interval(ratio: Estimate | undefined): string {
  if (ratio === undefined) return '';
  return `${ratio.median.toFixed(2)} [${ratio.low.toFixed(2)}, ${ratio.high.toFixed(2)}]`;
}
