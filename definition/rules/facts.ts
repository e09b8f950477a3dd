import type { Catalog, NodeSpec } from '../catalog';
import type { Template } from '../expression/ast';
import { locateReferences, type LocatedReference } from '../expression/references';
import { buildGraph, isSound, type Graph } from '../graph';
import { findAncestors, type Ancestors } from '../graph/ancestors';
import type { IssueCode } from '../issue-codes';
import type { JsonObject } from '../json';
import { parsePayload } from '../plan/payload';
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
}

/** What is known of one node before any rule looks at it. */
export interface NodeFacts {
  index: number;
  id: string;
  node: WorkflowNode;
  /** Absent when the type is unknown. */
  spec: NodeSpec | undefined;
  isTrigger: boolean;
  /** The payload with its expressions parsed, by key. */
  fields: ReadonlyMap<string, Template>;
  references: readonly LocatedReference[];
  /** What could not be parsed, with its path below the payload. */
  problems: readonly { path: string[]; message: string }[];
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
  const nodes = Object.entries(definition.nodes).map(([id, node], index) => {
    const spec = context.catalog.get(node.type);
    return { index, id, node, spec, isTrigger: triggers.has(index), ...readPayload(node) };
  });
  const ancestors = isSound(graph) ? findAncestors(graph) : undefined;
  const variables = knownVariables(definition, context);
  return { definition, context, nodes, graph, ancestors, variables };
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
  const problems: { path: string[]; message: string }[] = [];
  const entries = parsePayload(node.type, node.payload, (path, message) => {
    problems.push({ path, message });
  });
  const references = locateReferences({ kind: 'object', entries });
  return { fields: new Map(entries), references, problems };
}
