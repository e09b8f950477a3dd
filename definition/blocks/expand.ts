import { ownValue, setOwn, type Json, type JsonObject } from '../json';
import { DEFINITION_LIMITS, MAX_BLOCK_NESTING, type DefinitionLimits } from '../limits';
import { inputMappingOf } from '../plan/payload';
import type { WorkflowDefinition, WorkflowNode } from '../types';
import { BLOCK, BLOCK_INPUTS, BLOCK_OUTPUTS, findBlock, inputsOf } from './block-node';
import { bordersOf } from './borders';
import { ExpandedNodes, type ExpansionProblem } from './expanded-nodes';
import { outputExpression } from './output-expression';
import { renamePayload } from './rename';
import type { Block, BlockDefinition, Blocks } from './types';

type Nodes = WorkflowDefinition['nodes'];

export interface Expansion {
  /** Without `block` nodes, apart from those whose block is unknown. */
  definition: WorkflowDefinition;
  problems: readonly ExpansionProblem[];
}

/**
 * Puts blocks in the place of the nodes that name them. A node `x` becomes `x__inputs`, which checks what it is given,
 * the nodes of the block as `x__<id>`, and `x` itself, which runs once all of them are through and gives the outputs.
 */
export function expandBlocks(
  definition: WorkflowDefinition,
  blocks: Blocks,
  { within, limits = DEFINITION_LIMITS }: { within?: string; limits?: DefinitionLimits } = {},
): Expansion {
  if (!Object.values(definition.nodes).some(({ type }) => type === BLOCK)) {
    return { definition, problems: [] };
  }
  return new Expander(blocks, limits).run(definition, within === undefined ? [] : [within]);
}

/** Where nodes are put: what their ids begin with, and what they have come out of. */
interface Level {
  prefix: string;
  block?: { context: JsonObject; nodes: Nodes; inputsId: string };
  /** Ids of the blocks around, the outermost first. */
  path: readonly string[];
  /** The node of the definition that all of this stands for. */
  origin?: string;
}

class Expander {
  private readonly expanded: ExpandedNodes;
  private readonly expansions: JsonObject = {};

  constructor(
    private readonly blocks: Blocks,
    limits: DefinitionLimits,
  ) {
    this.expanded = new ExpandedNodes(limits);
  }

  run(definition: WorkflowDefinition, path: readonly string[]): Expansion {
    this.place(definition.nodes, { prefix: '', path });
    const { nodes, problems } = this.expanded;
    const blockExpansions = { ...definition.blockExpansions, ...this.expansions };
    return { definition: { ...definition, nodes, blockExpansions }, problems };
  }

  private place(nodes: Nodes, level: Level): void {
    for (const [id, node] of Object.entries(nodes)) {
      if (this.expanded.isFull()) return;
      const own = level.prefix + id;
      const origin = level.origin ?? id;
      const moved = this.move(node, nodes, level);
      const block = findBlock(node, this.blocks);
      if (!block) this.expanded.add(own, moved, origin);
      else if (this.mayOpen(block, level.path, origin)) this.open(own, moved, block, level, origin);
    }
  }

  /** A node with the names that it has in its new place. */
  private move(node: WorkflowNode, siblings: Nodes, level: Level): WorkflowNode {
    const link = (ids: readonly string[]): string[] =>
      ids.map((id) => level.prefix + this.beginningOf(id, siblings));
    const { children, loopBody } = node;
    const linked = {
      ...node,
      ...(children && { children: link(children) }),
      ...(loopBody && { loopBody: link(loopBody) }),
    };
    if (!level.block) return linked;
    const { nodes, inputsId, context } = level.block;
    const payload = renamePayload(node.type, node.payload, {
      node: (id) => (ownValue(nodes, id) ? level.prefix + id : undefined),
      inputs: `${inputsId}.result`,
    });
    return { ...linked, payload, blockContext: context };
  }

  /** What leads to a `block` node leads to its inputs. */
  private beginningOf(id: string, siblings: Nodes): string {
    const node = ownValue(siblings, id);
    return node && findBlock(node, this.blocks) ? inputsIdOf(id) : id;
  }

  private mayOpen(block: Block, path: readonly string[], origin: string): boolean {
    if (path.includes(block.id)) {
      const message = `The block ${block.id} would hold itself. Take its node out of one of: ${path.join(', ')}.`;
      this.expanded.report('block_cycle', origin, message);
      return false;
    }
    if (path.length < MAX_BLOCK_NESTING) return true;
    const message = `Blocks are nested at most ${MAX_BLOCK_NESTING} deep.`;
    this.expanded.report('block_too_deep', origin, message);
    return false;
  }

  private open(id: string, node: WorkflowNode, block: Block, level: Level, origin: string): void {
    const { ids, nodes } = this.expanded;
    const { definition } = block;
    const { beginnings, ends } = bordersOf(definition);
    const before = ids.length;
    const context = { blockId: block.id, blockNodeId: id, blockVersion: block.version };
    const inputsId = inputsIdOf(id);
    const prefix = `${id}__`;
    const first = beginnings.map((one) => prefix + this.beginningOf(one, definition.nodes));
    // The end comes after the inputs in any case: a block is through also when nothing in it was reached.
    const inputs = inputsNode(node, block, [...first, id], context);
    this.expanded.add(inputsId, inputs, origin);
    this.place(definition.nodes, {
      prefix,
      block: {
        context: { ...context, inputMapping: inputsOf(node) },
        nodes: definition.nodes,
        inputsId,
      },
      path: [...level.path, block.id],
      origin,
    });
    for (const end of ends) {
      const last = ownValue(nodes, prefix + end);
      if (last) last.children = [id];
    }
    const expandedIds = ids.slice(before);
    this.expanded.add(id, outputsNode(node, block, id), origin);
    setOwn(this.expansions, id, {
      ...{ blockId: block.id, blockVersion: block.version, entryNodeIds: [inputsId], expandedIds },
      outputSchema: asJson(definition.outputSchema ?? []),
    });
  }
}

function inputsIdOf(id: string): string {
  return `${id}__inputs`;
}

/** It reads what is around the block, and fails as a part of it. */
function inputsNode(
  node: WorkflowNode,
  { name, definition: { inputSchema = [] } }: Block,
  children: string[],
  context: JsonObject,
): WorkflowNode {
  const { branch, titleOverride = name } = node;
  const inputMapping = inputMappingOf(node);
  return {
    type: BLOCK_INPUTS,
    titleOverride: `${titleOverride}: inputs`,
    payload: { inputs: inputsOf(node), inputSchema: asJson(inputSchema) },
    children,
    ...(branch !== undefined && { branch }),
    blockContext: { ...context, ...(inputMapping && { inputMapping }) },
  };
}

function outputsNode(node: WorkflowNode, block: Block, id: string): WorkflowNode {
  const { branch: _, titleOverride = block.name, ...rest } = node;
  return {
    ...rest,
    type: BLOCK_OUTPUTS,
    titleOverride,
    payload: {
      ...{ blockId: block.id, version: block.version, inputs: `{{${inputsIdOf(id)}.result}}` },
      outputs: outputsOf(block.definition, `${id}__`),
    },
  };
}

function outputsOf({ outputSchema = [] }: BlockDefinition, prefix: string): JsonObject {
  const outputs: JsonObject = {};
  for (const { key, sourceNode, sourceField } of outputSchema) {
    setOwn(outputs, key, `{{${outputExpression(prefix + sourceNode, sourceField)}}}`);
  }
  return outputs;
}

function asJson(value: object): Json {
  return value as unknown as Json;
}
