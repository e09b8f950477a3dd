import { createCatalog } from '../../activities/catalog';
import { compile, parseDefinition, validate } from '../../definition';
import { judge, type Row } from '../report';
import { median } from '../stats';
import type { Scenario } from './scenario';

const NODES = 1_000;
const ROUNDS = 40;
const WARM_UP = 10;

/** Groups of a request, a loop over its answer, a decision in the loop and a join: every kind of edge. */
function largeDefinition(): unknown {
  const nodes: Record<string, unknown> = {};
  const groups = Math.floor((NODES - 1) / 6);
  nodes.root = { type: 'manual', payload: {}, children: ['fetch_0'] };
  for (let n = 0; n < groups; n += 1) {
    const before = n === 0 ? '$trigger.body.id' : `fetch_${n - 1}.result.json.id`;
    nodes[`fetch_${n}`] = {
      type: 'http-request',
      payload: { url: `https://api.example.com/{{${before}}}/${n}`, method: 'GET' },
      children: [`each_${n}`],
    };
    nodes[`each_${n}`] = {
      type: 'for-each',
      payload: { array: `{{$nodes.fetch_${n}.result.json.items}}` },
      loopBody: [`check_${n}`],
      children: [`join_${n}`],
    };
    nodes[`check_${n}`] = {
      type: 'if',
      payload: {
        condition: {
          $and: [{ '{{$item.price}}': { $gt: `{{fetch_0.result.status || 0}}` } }],
        },
      },
      children: [`high_${n}`, `low_${n}`],
    };
    for (const [id, branch] of [
      [`high_${n}`, 'then'],
      [`low_${n}`, 'else'],
    ] as const) {
      nodes[id] = {
        type: 'log',
        branch,
        payload: { message: `{{$index}}: {{$item.name}} of {{fetch_${n}.result.status}}` },
      };
    }
    nodes[`join_${n}`] = {
      type: 'log',
      payload: { message: `{{each_${n}.result.iterationCount}} of {{$trigger.body.total}}` },
      children: n + 1 < groups ? [`fetch_${n + 1}`] : [],
    };
  }
  return { nodes };
}

interface Times {
  parse: number;
  validate: number;
  compile: number;
  total: number;
}

function once(json: unknown, { catalog }: ReturnType<typeof createCatalog>): Times {
  const start = performance.now();
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const afterParse = performance.now();
  const issues = validate(parsed.definition, { catalog });
  if (issues.length > 0) throw new Error(JSON.stringify(issues.slice(0, 3)));
  const afterValidate = performance.now();
  compile(parsed.definition, catalog);
  const end = performance.now();
  return {
    parse: afterParse - start,
    validate: afterValidate - afterParse,
    compile: end - afterValidate,
    total: end - afterParse,
  };
}

const TARGET_MS = 50;

/** How long it takes to validate and compile a definition of 1,000 nodes with expressions on each. */
export const compileScenario: Scenario = {
  name: 'compile',
  run() {
    const catalog = createCatalog();
    const json = largeDefinition();
    const cold = once(json, catalog).total;
    for (let n = 0; n < WARM_UP; n += 1) once(json, catalog);
    const rounds = Array.from({ length: ROUNDS }, () => once(json, catalog));
    const figure = (key: keyof Times): number => median(rounds.map((round) => round[key]));
    const row = (what: string, weft: number): Row => ({
      scenario: 'compile',
      what: `${what}, ${NODES} nodes`,
      unit: 'ms',
      weft,
    });
    const total = figure('total');
    return Promise.resolve([
      {
        ...row('validate and compile', total),
        target: `<= ${TARGET_MS}`,
        verdict: judge(total, TARGET_MS),
      },
      row('of which validate', figure('validate')),
      row('parse before it', figure('parse')),
      row('first time in a process', cold),
    ]);
  },
};
