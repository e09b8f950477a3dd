import { findBlock } from '../blocks/block-node';
import { NO_BLOCKS, type Block, type BlockDefinition, type Blocks } from '../blocks/types';
import type { Catalog, NodeSpec } from '../catalog';
import type { Template } from '../expression/ast';
import { locateReferences, type Reference } from '../expression/references';
import { buildGraph, isSound, type Graph } from '../graph';
import { findAncestors, type Ancestors } from '../graph/ancestors';
import type { IssueCode } from '../issue-codes';
import { setOwn, type JsonObject } from '../json';
import { inputMappingOf, parsePayload } from '../plan/payload';
import type { WorkflowDefinition, WorkflowNode } from '../types';
import { declaredVariables, type VariableDef } from '../variables';

/**
 * Checks a payload against a JSON Schema. `field` is the dotted path below the payload, empty for the payload itself;
 * for a property that is missing it ends with the name of that property.
 */
export type CheckPayload = (
  type: string,
  payload: JsonObject,
  schema: JsonObject,
) => { field: string; message: string }[];

export interface ValidationContext {
  catalog: Catalog;
  /** A whole JSON Schema validator is no part of the core: who has one passes it in. */
  checkPayload?: CheckPayload;
  /** Name of the workflow, when that is to be judged too. */
  name?: string;
  /** The variables of the workflow. Absent when nobody knows them: then those that it declares are all, if there are any. */
  variables?: readonly VariableDef[];
  /** The blocks that it may name. Without them none is known. */
  blocks?: Blocks;
  /** Set when the nodes are those of a block, below a trigger that stands for whatever it is used in. */
  block?: { id?: string; definition: BlockDefinition };
}

/** A reference and where in the node it stands, as a dotted path. */
export interface PlacedReference {
  reference: Reference;
  field: string;
}

/** What is known of one node before any rule looks at it. */
export interface NodeFacts {
  index: number;
  id: string;
  node: WorkflowNode;
  /** Absent when the type is unknown. */
  spec: NodeSpec | undefined;
  /** The block that a `block` node names. */
  block: Block | undefined;
  isTrigger: boolean;
  /** The payload with its expressions parsed, by key. */
  fields: ReadonlyMap<string, Template>;
  references: readonly PlacedReference[];
  /** What could not be parsed, with its path below the payload; `path` is empty for what stands elsewhere. */
  problems: readonly { path: string[]; field: string; message: string }[];
}

/** All that rules judge, worked out once. */
export interface Facts {
  definition: WorkflowDefinition;
  context: ValidationContext;
  nodes: readonly NodeFacts[];
  graph: Graph;
  /** Absent when a cycle or an edge across a loop's border leaves open what runs before what. */
  ancestors: Ancestors | undefined;
  /** By name, those of the workflow before those it declares. Absent when it is not known which there are. */
  variables: ReadonlyMap<string, VariableDef> | undefined;
  blocks: Blocks;
}

/**
 * Reports a problem, of a node or of the definition as a whole. A message that takes work, such as looking for a
 * similar name, is a function: it is called only when the problem is kept.
 */
export type Report = (
  code: IssueCode,
  node: NodeFacts | undefined,
  field: string | undefined,
  message: string | (() => string),
) => void;

/** One rule: looks at the facts and reports what it minds. Never throws. */
export type Rule = (facts: Facts, report: Report) => void;

export function gatherFacts(definition: WorkflowDefinition, context: ValidationContext): Facts {
  const graph = buildGraph(definition);
  const triggers = new Set(graph.triggers);
  const { blocks = NO_BLOCKS } = context;
  const nodes = Object.entries(definition.nodes).map(([id, node], index) => {
    const block = findBlock(node, blocks);
    const spec = specOf(context.catalog.get(node.type), block);
    return { index, id, node, spec, block, isTrigger: triggers.has(index), ...readPayload(node) };
  });
  const ancestors = isSound(graph) ? findAncestors(graph) : undefined;
  const variables = knownVariables(definition, context);
  return { definition, context, nodes, graph, ancestors, variables, blocks };
}

/** What a `block` node gives are the outputs of its block. */
function specOf(spec: NodeSpec | undefined, block: Block | undefined): NodeSpec | undefined {
  if (!spec || !block) return spec;
  const properties: JsonObject = {};
  for (const { key, type } of block.definition.outputSchema ?? []) {
    // Of the items of a list nothing is known.
    setOwn(properties, key, type === undefined || type === 'array' ? {} : { type });
  }
  return { ...spec, resultSchema: { type: 'object', properties, additionalProperties: false } };
}

function knownVariables(
  { variableDefs }: WorkflowDefinition,
  { variables }: ValidationContext,
): ReadonlyMap<string, VariableDef> | undefined {
  if (variables === undefined && variableDefs === undefined) return undefined;
  const all = [...declaredVariables(variableDefs), ...(variables ?? [])];
  return new Map(all.map((variable) => [variable.name, variable]));
}

function readPayload(node: WorkflowNode): Pick<NodeFacts, 'fields' | 'references' | 'problems'> {
  const problems: NodeFacts['problems'][number][] = [];
  const entries = parsePayload(node.type, node.payload, (path, message) => {
    problems.push({ path, field: ['payload', ...path].join('.'), message });
  });
  const references = placed('payload', entries);
  if (readsInputs(references)) {
    const mapping = parsePayload('', inputMappingOf(node) ?? {}, (path, message) => {
      problems.push({ path: [], field: [MAPPING, ...path].join('.'), message });
    });
    references.push(...placed(MAPPING, mapping));
  }
  return { fields: new Map(entries), references, problems };
}

const MAPPING = 'blockContext.inputMapping';

function placed(prefix: string, entries: [key: string, value: Template][]): PlacedReference[] {
  return locateReferences({ kind: 'object', entries }).map(({ reference, field }) => ({
    reference,
    field: [prefix, ...field].join('.'),
  }));
}

function readsInputs(references: readonly PlacedReference[]): boolean {
  return references.some(({ reference }) => reference.root.kind === 'inputs');
}
