import { isJsonObject, ownValue, type JsonObject } from '../json';
import type { WorkflowNode } from '../types';
import type { Block, Blocks } from './types';

export const BLOCK = 'block';
export const BLOCK_INPUTS = 'block-inputs';
export const BLOCK_OUTPUTS = 'block-outputs';

/** The block that a node names, as far as it says so. */
export interface BlockReference {
  blockId: string;
  version?: number;
}

/** Undefined for a node of another type, and for one that names no block. */
export function blockReference({ type, payload }: WorkflowNode): BlockReference | undefined {
  if (type !== BLOCK || !isJsonObject(payload)) return undefined;
  const blockId = ownValue(payload, 'blockId');
  const version = ownValue(payload, 'version');
  if (typeof blockId !== 'string') return undefined;
  return { blockId, ...(typeof version === 'number' && { version }) };
}

export function findBlock(node: WorkflowNode, blocks: Blocks): Block | undefined {
  const reference = blockReference(node);
  return reference && blocks.find(reference.blockId, reference.version);
}

/** What a node gives its block, by the name of the input. */
export function inputsOf({ payload }: WorkflowNode): JsonObject {
  const inputs = ownValue(payload, 'inputs');
  return isJsonObject(inputs) ? inputs : {};
}

/** Each block that nodes name, once. */
export function blockReferences(nodes: Readonly<Record<string, WorkflowNode>>): BlockReference[] {
  const found = new Map<string, BlockReference>();
  for (const node of Object.values(nodes)) {
    const reference = blockReference(node);
    if (reference) found.set(`${reference.blockId} ${reference.version ?? ''}`, reference);
  }
  return [...found.values()];
}
