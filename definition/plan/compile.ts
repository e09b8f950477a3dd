import type { Catalog, NodeSpec } from '../catalog';
import type { Template } from '../expression/ast';
import { references } from '../expression/references';
import { buildGraph, TOP, type Graph } from '../graph';
import { setOwn, type JsonObject } from '../json';
import type { WorkflowDefinition, WorkflowNode } from '../types';
import { parsePayload } from './payload';
import { actionPolicy } from './policy';
import type { Plan, PlanNode } from './types';

/**
 * Compiles a definition that `validate` has accepted with the same catalog. The same input gives the same plan to
 * the byte. Throws only when it was not validated.
 */
export function compile(definition: WorkflowDefinition, catalog: Catalog): Plan {
  const graph = buildGraph(definition);
  const members = membersByLoop(graph);
  const nodes = Object.entries(definition.nodes).map(([id, node], index) =>
    compileNode(id, node, specOf(node, catalog), index, graph, members),
  );
  markWhatIsRead(nodes, graph);
  return { format: 1, nodes, ...(nodes.some(usesVariables) && { usesVariables: true }) };
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
    payload: compilePayload(node),
    ...(action && { action }),
    secretKeys: [...(spec.secretKeys ?? [])],
    ...(connector && { connector }),
  };
}

function compilePayload({ type, payload }: WorkflowNode): Template {
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

/** Fills in what one node says about another. */
function markWhatIsRead(nodes: readonly PlanNode[], graph: Graph): void {
  for (const node of nodes) {
    if (node.branch === 'error') {
      for (const parent of node.parents) mark(nodes[parent], 'catchesError');
    }
    for (const { root } of references(node.payload)) {
      if (root.kind === 'trigger' && root.part === 'payload') {
        for (const trigger of graph.triggers) mark(nodes[trigger], 'payloadIsRead');
      }
      if (root.kind === 'node' && root.part === 'payload') {
        mark(nodes[graph.indexById.get(root.nodeId) ?? TOP], 'payloadIsRead');
      }
    }
  }
}

function usesVariables({ execution, payload }: PlanNode): boolean {
  return (
    execution === 'set-variable' || references(payload).some(({ root }) => root.kind === 'vars')
  );
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
  return spec;
}

function at(lists: readonly (readonly number[])[], index: number): readonly number[] {
  return lists[index] ?? [];
}
