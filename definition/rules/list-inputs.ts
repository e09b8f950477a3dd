import { isJsonObject, ownValue, type JsonObject } from '../json';
import type { Rule } from './facts';
import { followResult } from './result-schema';
import { oneOf, quote } from './text';

/** Where a list is taken, an expression that is the whole value reads a list, as far as schemas tell. */
export const listInputs: Rule = (facts, report) => {
  for (const node of facts.nodes) {
    const properties = node.spec?.payloadSchema.properties;
    if (!isJsonObject(properties)) continue;
    for (const [key, template] of node.fields) {
      const taken = ownValue(properties, key);
      if (!isJsonObject(taken) || taken.type !== 'array') continue;
      if (template.kind !== 'expression' || template.expression.kind !== 'reference') continue;
      const { root, path } = template.expression;
      const found = followResult(template.expression, facts);
      if (found.kind !== 'found' || root.kind !== 'node') continue;
      const { type } = found.schema;
      if (typeof type !== 'string' || type === 'array') continue;
      const read = [root.nodeId, 'result', ...path].join('.');
      const message = `\`${key}\` takes a list, and ${quote(read)} is of the type \`${type}\`.${hint(read, found.schema)}`;
      report('pure_variable_type_mismatch', node, `payload.${key}`, message);
    }
  }
};

/** The lists inside of what is read: one of them is mostly what was meant. */
function hint(read: string, { properties }: JsonObject): string {
  const lists = Object.entries(isJsonObject(properties) ? properties : {}).flatMap(
    ([name, schema]) => (isJsonObject(schema) && schema.type === 'array' ? [name] : []),
  );
  return lists.length === 0
    ? ''
    : ` Did you mean ${oneOf(lists.map((name) => quote(`${read}.${name}`)))}?`;
}
