import type { Rule } from './facts';
import { didYouMean, quote } from './text';

/** In a block `$inputs` reads inputs that it declares. */
export const blockReads: Rule = ({ context: { block }, nodes }, report) => {
  if (!block) return;
  const keys = (block.definition.inputSchema ?? []).map(({ key }) => key);
  for (const node of nodes) {
    for (const { reference, field } of node.references) {
      const [key] = reference.path;
      if (reference.root.kind !== 'inputs' || key === undefined || keys.includes(key)) continue;
      report('block_input_unknown', node, field, () => {
        const hint = didYouMean(key, keys) || ' Declare it in `inputSchema`.';
        return `The block has no input ${quote(key)}.${hint}`;
      });
    }
  }
};
