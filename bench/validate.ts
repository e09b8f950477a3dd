/**
 * How long it takes to validate and compile a definition of 1,000 nodes with expressions on each.
 * Run it compiled, on a quiet machine. Target: under 50 ms once warm.
 */
import { performance } from 'node:perf_hooks';
import { createCatalog } from '../activities/catalog';
import { compile, parseDefinition, validate } from '../definition';

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

const { catalog } = createCatalog();
const json = largeDefinition();

function once(): { parse: number; validate: number; compile: number; total: number } {
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

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const cold = once();
for (let n = 0; n < WARM_UP; n += 1) once();
const rounds = Array.from({ length: ROUNDS }, once);
const figure = (key: keyof ReturnType<typeof once>): string =>
  median(rounds.map((round) => round[key])).toFixed(1);

console.log(
  `validate + compile of ${Object.keys((json as { nodes: object }).nodes).length} nodes: ${figure('total')} ms ` +
    `(validate ${figure('validate')}, compile ${figure('compile')}; parse ${figure('parse')}; first time ${cold.total.toFixed(1)})`,
);
