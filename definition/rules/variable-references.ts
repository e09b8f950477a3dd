import type { Rule } from './facts';
import { didYouMean, quote } from './text';

/** `$vars` reads variables that the workflow has, as far as they are known. */
export const variableReferences: Rule = ({ nodes, variables }, report) => {
  if (!variables) return;
  for (const node of nodes) {
    for (const { reference, field } of node.references) {
      const [name] = reference.path;
      if (reference.root.kind !== 'vars' || name === undefined || variables.has(name)) continue;
      report('unknown_variable', node, field, () => {
        const similar = didYouMean(name, variables.keys());
        return `The workflow has no variable ${quote(name)}.${similar}`;
      });
    }
  }
};
