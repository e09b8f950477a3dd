import { outputExpression } from '../blocks/output-expression';
import type { BlockOutput } from '../blocks/types';
import { parseExpression } from '../expression/parse';
import { TOP } from '../graph';
import { isJsonObject } from '../json';
import { VARIABLE_NAME } from '../variables';
import type { Facts, Rule } from './facts';
import { followResult } from './result-schema';
import { didYouMean, oneOf, quote } from './text';

const TYPES = ['string', 'number', 'boolean', 'object', 'array'];
const FIELDS = ['key', 'type', 'sourceNode', 'sourceField', 'description', 'properties'];

/** The inputs of a block have names that expressions can read, and its outputs come out of its nodes. */
export const blockOutputs: Rule = (facts, report) => {
  const { block } = facts.context;
  if (!block) return;
  const say = (field: string, message: string): void => {
    report('block_schema_invalid', undefined, field, message);
  };
  for (const [index, { key }] of (block.definition.inputSchema ?? []).entries()) {
    if (!VARIABLE_NAME.test(key)) say(`inputSchema.${index}.key`, NAME);
  }
  const seen = new Set<string>();
  for (const [index, output] of (block.definition.outputSchema ?? []).entries()) {
    const place = `outputSchema.${index}`;
    for (const [field, message] of problemsOf(output, seen, facts))
      say(`${place}.${field}`, message);
    seen.add(output.key);
  }
};

const NAME = 'A `key` starts with a letter and has at most 64 letters, digits, `_` or `-`.';

function problemsOf(
  output: BlockOutput,
  seen: ReadonlySet<string>,
  facts: Facts,
): [field: string, message: string][] {
  const { key, type, sourceField, description, properties } = output;
  const found: [string, string][] = [];
  if (!VARIABLE_NAME.test(key)) found.push(['key', NAME]);
  if (seen.has(key)) found.push(['key', `${quote(key)} is given twice.`]);
  if (type !== undefined && !TYPES.includes(type))
    found.push(['type', `\`type\` is ${oneOf(TYPES)}.`]);
  if (description !== undefined && typeof description !== 'string') {
    found.push(['description', '`description` is a text.']);
  }
  if (properties !== undefined && !isJsonObject(properties)) {
    found.push(['properties', '`properties` is an object.']);
  }
  if (sourceField !== undefined && typeof sourceField !== 'string') {
    found.push(['sourceField', '`sourceField` is a path into the result, such as "json.total".']);
  } else {
    found.push(...sourceProblems(output, facts));
  }
  const odd = Object.keys(output).filter((name) => !FIELDS.includes(name));
  return [
    ...found,
    ...odd.map((name): [string, string] => [
      name,
      `An output has no field ${quote(name)}.${didYouMean(name, FIELDS)}`,
    ]),
  ];
}

function sourceProblems(
  { sourceNode, sourceField }: BlockOutput,
  facts: Facts,
): [field: string, message: string][] {
  const { graph, nodes, context } = facts;
  const index = graph.indexById.get(sourceNode);
  const isOwn =
    index !== undefined && Object.hasOwn(context.block?.definition.nodes ?? {}, sourceNode);
  if (!isOwn) {
    const similar = didYouMean(sourceNode, Object.keys(context.block?.definition.nodes ?? {}));
    return [['sourceNode', `The block has no node ${quote(sourceNode)}.${similar}`]];
  }
  const loop = graph.scope[index] ?? TOP;
  if (loop !== TOP) {
    const around = quote(nodes[loop]?.id ?? '');
    return [
      [
        'sourceNode',
        `${quote(sourceNode)} runs inside the loop ${around} and can't be read outside of it. What all its iterations gave is \`iterations\` of ${around}.`,
      ],
    ];
  }
  const parsed = parseExpression(outputExpression(sourceNode, sourceField));
  if (!parsed.ok || parsed.expression.kind !== 'reference') {
    return [['sourceField', `${quote(sourceField ?? '')} is no path into a result.`]];
  }
  const read = followResult(parsed.expression, facts);
  if (read.kind !== 'missing') return [];
  const known = read.known === 'list' ? 'a list there' : oneOf(Object.keys(read.known).map(quote));
  return [
    [
      'sourceField',
      `${quote(sourceNode)} has no ${quote(sourceField ?? '')} in its result. It has ${known}.`,
    ],
  ];
}
