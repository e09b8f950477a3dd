import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_RESULT_BYTES, MAX_RESULT_DEPTH } from '../../activities/result';
import type { NodeSpec } from '../../definition/catalog';
import { COMPARISONS } from '../../definition/condition/compare';
import { MAX_DECIMAL_LENGTH } from '../../definition/condition/decimal';
import { MAX_CONDITION_DEPTH } from '../../definition/condition/parse';
import { DEFAULT_LIMITS, MAX_DATA_DEPTH } from '../../definition/expression/budget';
import {
  MAX_EXPRESSION_LENGTH,
  MAX_PATH_SEGMENTS,
  parseExpression,
} from '../../definition/expression/parse';
import { MAX_TEMPLATE_DEPTH } from '../../definition/expression/template';
import { ISSUE_CODES } from '../../definition/issue-codes';
import { MAX_ISSUES } from '../../definition/issues';
import { isJsonObject } from '../../definition/json';
import * as limits from '../../definition/limits';
import { DEFINITION_FIELDS, NODE_FIELDS } from '../../definition/outline/fields';
import { EVENT_TYPES, type NodeStatus, type RunStatus } from '../../definition/progress';
import { loadConfig } from '../../src/config/config';
import { MAX_CHILD_DEPTH } from '../../src/record/child-source';
import { MAX_OPEN_RESUMES } from '../../src/record/claims';
import { examplesOf } from './examples';
import { anchorOf, codeIn, namesIn, parsePage, sectionOf, tablesOf, type Table } from './page';
import { catalog } from './run-example';

const ROOT = join(__dirname, '../..');
const source = readFileSync(join(ROOT, 'docs/language.md'), 'utf8');
const blocks = parsePage(source);
const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));

describe('the links of the page', () => {
  const targets = [...source.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target);
  const anchors = headings.map(({ text }) => anchorOf(text));

  it('lead to headings', () => {
    expect(targets.filter((target) => !anchors.includes(target ?? ''))).toEqual([]);
  });

  it('lead to one heading each', () => {
    expect(anchors.filter((anchor, at) => anchors.indexOf(anchor) < at)).toEqual([]);
  });

  it('list every chapter at the top', () => {
    const [, ...chapters] = headings.filter(({ level }) => level === 2);
    expect(targets.slice(0, chapters.length)).toEqual(chapters.map(({ text }) => anchorOf(text)));
  });
});

describe('node types', () => {
  const types = [...catalog.keys()].sort();
  const chapter = sectionOf(blocks, 'Node types');
  const documented = chapter.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

  it('have a section each', () => {
    expect(documented.map((title) => title.replaceAll('`', '')).sort()).toEqual(types);
  });

  it('stand in the table with their outcomes', () => {
    const [table] = tablesOf(chapter, 'type');
    const rows = (table?.rows ?? []).map(([type = '', , outcomes = '']) => [
      codeIn(type),
      outcomes,
    ]);
    expect(Object.fromEntries(rows)).toEqual(
      Object.fromEntries(
        [...catalog.values()].map(({ type, branches = [] }) => [
          type,
          branches.map((branch) => `\`${branch}\``).join(', '),
        ]),
      ),
    );
  });

  describe.each([...catalog.values()].map((spec) => [spec.type, spec] as const))(
    '%s',
    (type, spec) => {
      const section = sectionOf(blocks, `\`${type}\``);

      it('tells every field of the payload', () => {
        const [table] = tablesOf(section, 'payload');
        expect(topNames(table)).toEqual(propertiesOf(spec.payloadSchema));
        const required = (table?.rows ?? []).flatMap(([name = '', needed]) =>
          needed === 'yes' ? [codeIn(name)] : [],
        );
        expect(required.sort()).toEqual([...requiredOf(spec)].sort());
      });

      it('tells every field of the result', () => {
        const [table] = tablesOf(section, 'result');
        expect(topNames(table)).toEqual(propertiesOf(spec.resultSchema));
      });

      it('has an example', () => {
        const used = examplesOf(section).flatMap(({ definition }) =>
          Object.values((definition as { nodes: Record<string, { type: string }> }).nodes),
        );
        expect(used.map((node) => node.type)).toContain(type);
      });
    },
  );
});

function topNames(table: Table | undefined): string[] {
  const names = table ? namesIn(table) : [];
  return names.filter((name) => !name.includes('.')).sort();
}

function propertiesOf({ properties }: NodeSpec['payloadSchema']): string[] {
  return Object.keys(isJsonObject(properties) ? properties : {}).sort();
}

function requiredOf({ payloadSchema: { required } }: NodeSpec): string[] {
  return Array.isArray(required) ? required.map(String) : [];
}

/** The names in the first table below the heading whose first column has this name. */
function namesBelow(title: string, firstColumn: string): string[] {
  const [table] = tablesOf(sectionOf(blocks, title), firstColumn);
  if (!table) throw new Error(`${title} has no table ${firstColumn}.`);
  return table.rows.flatMap(([cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
}

describe('the tables', () => {
  it('tell every field of a definition', () => {
    expect(namesBelow('The definition', 'field')).toEqual(['nodes', ...DEFINITION_FIELDS.keys()]);
  });

  it('tell every field of a node', () => {
    expect(namesBelow('Nodes', 'field').sort()).toEqual(['type', ...NODE_FIELDS.keys()].sort());
  });

  it('tell every operator', () => {
    const operators = [...Object.keys(COMPARISONS), '$notIn'];
    expect(namesBelow('Conditions', 'operator').sort()).toEqual(operators.sort());
  });

  it('tell every status of a run', () => {
    const statuses: Record<RunStatus, true> = {
      ...{ running: true, waiting: true, success: true },
      ...{ partial: true, failure: true, cancelled: true },
    };
    expect(namesBelow('Statuses of a run', 'status')).toEqual(Object.keys(statuses));
  });

  it('tell every status of a node', () => {
    const statuses: Record<NodeStatus, true> = {
      ...{ pending: true, running: true, scheduled: true, waiting: true, success: true },
      ...{ partial: true, failure: true, skipped: true, cancelled: true },
    };
    expect(namesBelow('Statuses of a node', 'status')).toEqual(Object.keys(statuses));
  });

  it('tell every event', () => {
    expect(namesBelow('Events', 'event')).toEqual([...EVENT_TYPES]);
  });

  it('name roots that expressions have', () => {
    const [table] = tablesOf(sectionOf(blocks, 'What an expression can read'), 'root');
    const roots = (table?.rows ?? []).flatMap((row) =>
      [
        ...row
          .slice(0, 2)
          .join()
          .matchAll(/`([^`]+)`/g),
      ].map(([, root = '']) => root),
    );
    expect(roots.length).toBeGreaterThan(15);
    const unreadable = roots.filter((root) => !parseExpression(root.replace(/<\w+>/, 'x')).ok);
    expect(unreadable).toEqual([]);
  });
});

describe('problems of a definition', () => {
  const rows = tablesOf(sectionOf(blocks, 'Problems of a definition'), 'code').flatMap(
    (table) => table.rows,
  );

  it('are all told, with their meaning', () => {
    const told = rows.map(([code = '', type = '', meaning]) => [
      codeIn(code),
      { type: codeIn(type), meaning },
    ]);
    expect(Object.fromEntries(told)).toEqual(ISSUE_CODES);
    expect(told).toHaveLength(Object.keys(ISSUE_CODES).length);
  });

  it('can all be mended', () => {
    for (const [code, , , mend] of rows)
      expect([code, mend]).toEqual([code, expect.stringMatching(/\.$/)]);
  });
});

describe('limits', () => {
  const { limits: configured } = loadConfig({});
  const told = Object.fromEntries(
    tablesOf(sectionOf(blocks, 'Limits'), 'limit').flatMap(({ rows }) =>
      rows.map(([label = '', value = '']) => [label.replaceAll('`', ''), value]),
    ),
  );

  it('are as the code has them', () => {
    const { maxBytes, maxNodes, maxDepth, maxChildren, maxStringLength } = limits.DEFINITION_LIMITS;
    const expected: Record<string, number> = {
      'size as JSON, in bytes': maxBytes,
      nodes: maxNodes,
      'levels of objects and lists': maxDepth,
      'levels in a payload': MAX_TEMPLATE_DEPTH,
      'ids in one children or loopBody': maxChildren,
      'characters in one text': maxStringLength,
      'characters of a node id': limits.MAX_NODE_ID_LENGTH,
      "characters of a workflow's name": limits.MAX_WORKFLOW_NAME_LENGTH,
      'loops inside each other': limits.MAX_LOOP_NESTING,
      'problems that are reported': MAX_ISSUES,
      'items of one for-each': configured.maxIterations,
      'items worked on at once, with concurrency': limits.MAX_CONCURRENCY,
      'nodes started, iterations counted': configured.maxNodes,
      'actions at once; the rest wait in order': configured.maxInFlight,
      'results of a run together, in bytes': configured.maxOutputBytes,
      'result of one action, in bytes': MAX_RESULT_BYTES,
      'levels in the result of one action': MAX_RESULT_DEPTH,
      'body of a request, in bytes': configured.maxBodyBytes,
      'longest delay and wait, in milliseconds': limits.MAX_PAUSE_MS,
      'shortest wait, in milliseconds': limits.MIN_WAIT_MS,
      'attempts of an action': limits.MAX_ATTEMPTS,
      'resumes that are kept': MAX_OPEN_RESUMES,
      'levels of trigger-workflow': MAX_CHILD_DEPTH,
      'characters of one expression': MAX_EXPRESSION_LENGTH,
      'segments of one path': MAX_PATH_SEGMENTS,
      'levels of $and and $or': MAX_CONDITION_DEPTH,
      'digits of a number in a text': MAX_DECIMAL_LENGTH,
      'steps in one payload': DEFAULT_LIMITS.fuel,
      'characters that the expressions of one payload give': DEFAULT_LIMITS.outputLength,
      'levels of the data that is read': MAX_DATA_DEPTH,
    };
    expect(told).toEqual(
      Object.fromEntries(
        Object.entries(expected).map(([label, value]) => [label, value.toLocaleString('en-US')]),
      ),
    );
  });
});

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
