import type { Rule } from './facts';
import { didYouMean, quote } from './text';

/** Every type is in the catalog. */
export const knownTypes: Rule = ({ nodes, context: { catalog } }, report) => {
  for (const node of nodes) {
    if (node.spec) continue;
    const { type } = node.node;
    const message = () =>
      `There is no type ${quote(type)}.${didYouMean(type, catalog.keys()) || ' `GET /v1/actions` and `GET /v1/triggers` list what there is.'}`;
    report('unknown_type', node, 'type', message);
  }
};
