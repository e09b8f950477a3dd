import type { Rule } from './facts';
import { quote } from './text';

/** Every `block` node names a block that there is. */
export const knownBlocks: Rule = ({ nodes, blocks }, report) => {
  for (const node of nodes) {
    if (node.spec?.execution !== 'block' || node.block) continue;
    const { blockId, version } = node.node.payload;
    if (typeof blockId !== 'string') {
      const message = '`blockId` names the block: "blk_...". `GET /v1/blocks` lists what there is.';
      report('unknown_block', node, 'payload.blockId', message);
      continue;
    }
    const newest = blocks.find(blockId);
    if (newest) {
      const message = `The block ${quote(blockId)} has no version ${JSON.stringify(version ?? null)}; its newest is ${newest.version}.`;
      report('unknown_block', node, 'payload.version', message);
    } else {
      const message = `There is no block ${quote(blockId)}. \`GET /v1/blocks\` lists what there is.`;
      report('unknown_block', node, 'payload.blockId', message);
    }
  }
};
