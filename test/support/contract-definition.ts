import { createCatalog } from '../../activities/catalog';
import {
  blockList,
  type Block,
  type BlockDefinition,
  type Blocks,
} from '../../definition/blocks/types';
import type { Json, JsonObject } from '../../definition/json';
import { compile } from '../../definition/plan/compile';
import type { Plan } from '../../definition/plan/types';
import type { WorkflowDefinition } from '../../definition/types';
import { BLOCK_ID, TARGET, WORKFLOW_ID, type CaseNodes, type ContractCase } from './contract-case';
import { workflow } from './scripted-run';

const { catalog } = createCatalog();

/** What placeholders stand for in one run of a case. */
export interface Places {
  /** Address of the run's space at the HTTP target. */
  target: string;
  /** Id of another workflow of the case, by its name. */
  workflowId: (name: string) => string | undefined;
  /** Id of a block of the case, by its name. */
  blockId?: (name: string) => string | undefined;
}

/** The definition of a case with its placeholders filled in. */
export function definitionOf(
  nodes: CaseNodes,
  places: Places,
  variableDefs?: JsonObject[],
): WorkflowDefinition {
  const definition = workflow(fill(nodes as JsonObject, places) as CaseNodes);
  return { ...definition, ...(variableDefs && { variableDefs }) };
}

/** A payload or definition with its placeholders filled in. */
export function fill<T extends Json>(value: T, places: Places): T {
  const text = JSON.stringify(value)
    .replaceAll(TARGET, places.target)
    .replace(WORKFLOW_ID, (_, name: string) => idOf(name, places.workflowId))
    .replace(BLOCK_ID, (_, name: string) => idOf(name, places.blockId));
  return JSON.parse(text) as T;
}

function idOf(name: string, find: Places['blockId']): string {
  const id = find?.(name);
  if (id === undefined) throw new Error(`The case has no ${name}.`);
  return id;
}

/** The id that a block of a case has where there is no API to give it one. */
export const ownIdOf = (name: string): string => `blk_${name.padEnd(22, '0')}`;

/** The blocks of a case, for shells that have no API. */
export function blocksOf({ blocks = {} }: Pick<ContractCase, 'blocks'>, places: Places): Blocks {
  const found = Object.entries(blocks).map(([name, definition]): Block => ({
    ...{ id: ownIdOf(name), version: 1, name },
    definition: fill(definition, places) as unknown as BlockDefinition,
  }));
  return blockList(found);
}

/** The plan of a case: what runs of it have in common. */
export function planOf({
  nodes,
  variableDefs,
  blocks,
}: Pick<ContractCase, 'nodes' | 'variableDefs' | 'blocks'>): Plan {
  const places = { target: TARGET, workflowId: () => 'wf_any', blockId: ownIdOf };
  const known = blocksOf({ ...(blocks && { blocks }) }, places);
  return compile(definitionOf(nodes, places, variableDefs), catalog, known);
}
