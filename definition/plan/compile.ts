import { BLOCK_OUTPUTS } from '../blocks/block-node';
import { expandBlocks } from '../blocks/expand';
import { NO_BLOCKS, type Blocks } from '../blocks/types';
import type { Catalog, NodeSpec } from '../catalog';
import type { Template } from '../expression/ast';
import { references } from '../expression/references';
import { buildGraph, TOP, type Graph } from '../graph';
import { ownValue, setOwn, type JsonObject } from '../json';
import type { WorkflowDefinition, WorkflowNode } from '../types';
import { inputMappingOf, parsePayload } from './payload';
import { actionPolicy } from './policy';
import { readsOf } from './reads';
import type { Plan, PlanNode } from './types';

/**
 * Compiles a definition that `validate` has accepted with the same catalog and blocks. The same input gives the same
 * plan to the byte. Throws only when it was not validated.
 */
export function compile(
  given: WorkflowDefinition,
  catalog: Catalog,
  blocks: Blocks = NO_BLOCKS,
): Plan {
  const { definition } = expandBlocks(given, blocks);
  const graph = buildGraph(definition);
  const members = membersByLoop(graph);
  const nodes = Object.entries(definition.nodes).map(([id, node], index) =>
    compileNode(id, node, specOf(node, catalog), index, graph, members),
  );
  markWhatIsRead(nodes, graph);
  markMembers(nodes, graph, definition);
  return {
    format: 1,
    nodes,
    ...(nodes.some(usesVariables) && { usesVariables: true }),
    ...(nodes.some(usesOrganization) && { usesOrganization: true }),
  };
}

function compileNode(
  id: string,
  node: WorkflowNode,
  spec: NodeSpec,
  index: number,
  graph: Graph,
  members: ReadonlyMap<number, number[]>,
): PlanNode {
  const { branch, connector } = node;
  const children = [...at(graph.children, index)];
  const loop = graph.scope[index] ?? TOP;
  const action = actionPolicy(spec, node);
  const payload = compilePayload(node);
  const inputs = compileInputs(node, payload);
  return {
    id,
    type: node.type,
    title: node.titleOverride ?? spec.title,
    execution: spec.execution,
    ...(branch !== undefined && { branch }),
    branches: [...(spec.branches ?? [])],
    ...(loop !== TOP && { loop }),
    parents: [...at(graph.parents, index)],
    children,
    ...(spec.execution === 'for-each' && {
      body: [...at(graph.bodies, index)],
      members: members.get(index) ?? [],
    }),
    catchesError: false,
    payloadIsRead: false,
    payload,
    ...(inputs && { inputs }),
    ...(action && { action }),
    secretKeys: [...(spec.secretKeys ?? [])],
    ...(connector && { connector }),
  };
}

function compilePayload({ type, payload }: Pick<WorkflowNode, 'type' | 'payload'>): Template {
  const entries = parsePayload(type, payload, (path, message) => {
    throw new Error(`not validated: payload.${path.join('.')}: ${message}`);
  });
  const constant: JsonObject = {};
  for (const [key, field] of entries) {
    if (field.kind !== 'value') return { kind: 'object', entries };
    setOwn(constant, key, field.value);
  }
  return { kind: 'value', value: constant };
}

/** What `$inputs` reads, when the node reads it and came out of a block. */
function compileInputs(node: WorkflowNode, payload: Template): Template | undefined {
  const mapping = inputMappingOf(node);
  if (!mapping || !references(payload).some(({ root }) => root.kind === 'inputs')) return undefined;
  return compilePayload({ type: '', payload: mapping });
}

/** Fills in what one node says about another. */
function markWhatIsRead(nodes: readonly PlanNode[], graph: Graph): void {
  for (const node of nodes) {
    if (node.branch === 'error') {
      for (const parent of node.parents) mark(nodes[parent], 'catchesError');
    }
    for (const { root } of readsOf(node)) {
      if (root.kind === 'trigger' && root.part === 'payload') {
        for (const trigger of graph.triggers) mark(nodes[trigger], 'payloadIsRead');
      }
      if (root.kind === 'node' && root.part === 'payload') {
        mark(nodes[graph.indexById.get(root.nodeId) ?? TOP], 'payloadIsRead');
      }
    }
  }
}

function usesVariables(node: PlanNode): boolean {
  return (
    node.execution === 'set-variable' || readsOf(node).some(({ root }) => root.kind === 'vars')
  );
}

function usesOrganization(node: PlanNode): boolean {
  return readsOf(node).some(({ root }) => root.kind === 'organization');
}

/**
 * The end of a block that something catches takes over the failures of its members. So does one inside of another
 * block that does: it has to fail, too, for what follows it is not to run.
 */
function markMembers(
  nodes: readonly PlanNode[],
  graph: Graph,
  { nodes: defined }: WorkflowDefinition,
): void {
  const endOf = (node: PlanNode): number | undefined => {
    const id = ownValue(ownValue(defined, node.id)?.blockContext ?? {}, 'blockNodeId');
    const index = typeof id === 'string' ? graph.indexById.get(id) : undefined;
    const end = index === undefined ? undefined : nodes[index];
    return end?.type === BLOCK_OUTPUTS && end.loop === node.loop ? index : undefined;
  };
  const isCaught = (index: number, inside: readonly number[] = []): boolean => {
    const end = nodes[index];
    if (!end || inside.includes(index)) return false;
    const around = endOf(end);
    return end.catchesError || (around !== undefined && isCaught(around, [...inside, index]));
  };
  for (const node of nodes) {
    const end = endOf(node);
    if (end !== undefined && isCaught(end)) node.failsBlock = end;
  }
}

function mark(node: PlanNode | undefined, flag: 'catchesError' | 'payloadIsRead'): void {
  if (node) node[flag] = true;
}

function membersByLoop(graph: Graph): Map<number, number[]> {
  const members = new Map<number, number[]>();
  graph.scope.forEach((loop, index) => {
    const known = members.get(loop);
    if (known) known.push(index);
    else members.set(loop, [index]);
  });
  return members;
}

function specOf(node: WorkflowNode, catalog: Catalog): NodeSpec {
  const spec = catalog.get(node.type);
  if (!spec) throw new Error(`not validated: the type ${node.type} is unknown`);
  if (spec.execution === 'block') throw new Error('not validated: a block is unknown');
  return spec;
}

function at(lists: readonly (readonly number[])[], index: number): readonly number[] {
  return lists[index] ?? [];
}
