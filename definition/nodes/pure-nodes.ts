import { blockInputsNode } from './block-inputs';
import { blockOutputsNode } from './block-outputs';
import { convertFromWeiNode } from './convert-from-wei';
import { convertToWeiNode } from './convert-to-wei';
import { filterNode } from './filter';
import { ifNode } from './if';
import { listMaxNode } from './list-max';
import { listMinNode } from './list-min';
import { logNode } from './log';
import { pluckNode } from './pluck';
import type { PureNode } from './pure-node';

const nodes: readonly PureNode[] = [
  ifNode,
  filterNode,
  pluckNode,
  logNode,
  listMaxNode,
  listMinNode,
  convertToWeiNode,
  convertFromWeiNode,
  blockInputsNode,
  blockOutputsNode,
];

/** The nodes that run inside the scheduler, by type. */
export const PURE_NODES: ReadonlyMap<string, PureNode> = new Map(
  nodes.map((node) => [node.type, node]),
);
