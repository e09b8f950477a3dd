import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_TYPES } from '../../definition/progress';
import { blocks } from './language-page';
import { tablesOf } from './page';

const ROOT = join(__dirname, '../..');

describe('codes of errors', () => {
  const PATTERNS = [
    /new (?:Action|Expression)Error\(\s*'(\w+)'/g,
    /\bcode: (?:[^,;\n]+ : )?'([a-z_]+)'/g,
    /\btype: (?:[^,;\n]+ : )?'([a-z]+_[a-z_]+)'/g,
    /\b(?:fail|errorAt)\((?:\s*turn,)?(?:\s*place,)?\s*'(\w+)'/g,
  ];
  const EVENTS: ReadonlySet<string> = new Set(EVENT_TYPES);

  function codesIn(folder: string): string[] {
    return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .flatMap((name) => {
        const text = readFileSync(join(ROOT, folder, name), 'utf8');
        return PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code]) => code));
      })
      .filter((code): code is string => code !== undefined && !EVENTS.has(code));
  }

  const told = tablesOf(blocks, 'code')
    .filter(({ header }) => header[1] === 'when')
    .flatMap(({ rows }) => rows.flatMap(([cell = '']) => /`([^`]+)`/.exec(cell)?.[1] ?? []));
  const folders = ['activities', 'definition/run-state', 'definition/nodes', 'workflows'];
  const more = ['definition/expression', 'src/record', 'src/simulation', 'src/reconciler'];
  const codes = [...folders, ...more].flatMap(codesIn);

  it('are all told', () => {
    expect(codes.filter((code) => !told.includes(code))).toEqual([]);
  });

  it('are none but these', () => {
    // Made from Temporal's word for how a workflow ended.
    const others = ['workflow_terminated'];
    expect(told.filter((code) => !codes.includes(code) && !others.includes(code))).toEqual([]);
  });
});
