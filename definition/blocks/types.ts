import type { JsonObject } from '../json';
import type { WorkflowInput, WorkflowNode } from '../types';

/** What one version of a block holds: a part of a graph with one beginning, what it takes and what it gives. */
export interface BlockDefinition {
  nodes: Record<string, WorkflowNode>;
  /** Read inside as `{{$inputs.<key>}}`. */
  inputSchema?: WorkflowInput[];
  outputSchema?: BlockOutput[];
}

/** A value that a block gives (B3OS `BlockOutput`), read as `{{<block node>.result.<key>}}`. */
export interface BlockOutput {
  key: string;
  type?: string;
  /** Id of a node of the block, outside of its loops. */
  sourceNode: string;
  /** Dotted path into the result of that node; absent for the whole result. */
  sourceField?: string;
  description?: string;
  /** What is in an object or array, for people who choose a field. */
  properties?: JsonObject;
}

/** A version of a block. */
export interface Block {
  id: string;
  version: number;
  name: string;
  definition: BlockDefinition;
}

/** The blocks that a definition may name, those inside of other blocks included. */
export interface Blocks {
  /** Without a version the newest; undefined when there is none. */
  find(blockId: string, version?: number): Block | undefined;
}

export const NO_BLOCKS: Blocks = { find: () => undefined };

/** `newest` are those that a node without a version takes; of several of one id the last. */
export function blockList(versions: readonly Block[], newest: readonly Block[] = versions): Blocks {
  const key = (id: string, version: number): string => `${id} ${version}`;
  const byVersion = new Map(versions.map((block) => [key(block.id, block.version), block]));
  const byId = new Map(newest.map((block) => [block.id, block]));
  return {
    find: (id, version) => (version === undefined ? byId.get(id) : byVersion.get(key(id, version))),
  };
}
