import { blockReferences } from '../../definition/blocks/block-node';
import { isJsonObject, ownValue, setOwn } from '../../definition/json';
import type { WorkflowDefinition, WorkflowNode } from '../../definition/types';
import { triggerNodeIds } from './trigger-nodes';

/** One node in a list: what a drawing of the workflow needs. */
export interface NodeOutline {
  type: string;
  children?: string[];
  branch?: string;
}

/** What lists and filters say about a definition, so that they need not read it. */
export interface Outline {
  nodeCount: number;
  inputCount: number;
  triggerTypes: string[];
  triggerName: string;
  nodeTypes: string[];
  connectorTypes: string[];
  /** Ids of the workflows that its `trigger-workflow` nodes start, where they are written out. */
  linkedWorkflowIds: string[];
  /** Ids of its blocks; absent in outlines from before there were blocks. */
  blockIds?: string[];
  /** Absent for a definition of more than {@link MAX_DRAWN} nodes. */
  nodes?: Record<string, NodeOutline>;
}

/** A page of a list holds up to a hundred of these. */
const MAX_DRAWN = 200;

export function outlineOf(definition: WorkflowDefinition): Outline {
  const entries = Object.entries(definition.nodes);
  const nodes = entries.map(([, node]) => node);
  const triggers = triggerNodeIds(definition).flatMap((id) => ownValue(definition.nodes, id) ?? []);
  const [first] = triggers;
  return {
    nodeCount: nodes.length,
    inputCount: definition.inputSchema?.length ?? 0,
    triggerTypes: triggers.map(({ type }) => type),
    triggerName: first?.titleOverride ?? first?.type ?? '',
    nodeTypes: distinct(nodes.map(({ type }) => type)),
    connectorTypes: distinct(nodes.flatMap(({ connector }) => connector?.type ?? [])),
    linkedWorkflowIds: distinct(nodes.flatMap(linkOf)),
    blockIds: distinct(blockReferences(definition.nodes).map(({ blockId }) => blockId)),
    ...(entries.length <= MAX_DRAWN && { nodes: draw(entries) }),
  };
}

function draw(entries: readonly [string, WorkflowNode][]): Record<string, NodeOutline> {
  const drawn: Record<string, NodeOutline> = {};
  for (const [id, { type, children, branch }] of entries) {
    setOwn(drawn, id, { type, ...(children && { children }), ...(branch && { branch }) });
  }
  return drawn;
}

function linkOf({ type, payload }: WorkflowNode): string[] {
  const id = isJsonObject(payload) ? ownValue(payload, 'workflowId') : undefined;
  if (type !== 'trigger-workflow' || typeof id !== 'string' || id.includes('{{')) return [];
  return [id];
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
