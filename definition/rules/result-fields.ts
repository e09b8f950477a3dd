import { isJsonObject, ownValue } from '../json';
import type { Rule } from './facts';
import { followResult, type ResultPath } from './result-schema';
import { didYouMean, oneOf, quote } from './text';

type Missing = Extract<ResultPath, { kind: 'missing' }>;

/** What is read of a result exists, as far as the schema of the result tells. */
export const resultFields: Rule = (facts, report) => {
  for (const node of facts.nodes) {
    for (const { reference, field } of node.references) {
      const found = followResult(reference, facts);
      if (found.kind !== 'missing' || reference.root.kind !== 'node') continue;
      const start = `${reference.root.nodeId}.result`;
      report('unknown_result_field', node, field, () => describe(start, reference.path, found));
    }
  }
};

function describe(start: string, path: readonly string[], { depth, known }: Missing): string {
  const here = [start, ...path.slice(0, depth)];
  const rest = path.slice(depth);
  const place = quote(here.join('.'));
  if (known === 'list') {
    return `${place} is a list. Write ${quote([...here, '0', ...rest].join('.'))} for its first item.`;
  }
  const names = Object.keys(known);
  const [missing = ''] = rest;
  const text = `${place} has no ${quote(missing)}.`;
  const similar = didYouMean(missing, names);
  if (similar) return text + similar;
  const [only, ...others] = names;
  if (only === undefined || others.length > 0) {
    return `${text} It has ${oneOf(names.map(quote))}.`;
  }
  const schema = ownValue(known, only);
  const first = isJsonObject(schema) && schema.type === 'array' ? ['0'] : [];
  return `${text} Did you mean ${quote([...here, only, ...first, ...rest].join('.'))}?`;
}
