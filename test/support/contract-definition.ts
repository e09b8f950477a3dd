import { createCatalog } from '../../activities/catalog';
import type { Json, JsonObject } from '../../definition/json';
import { compile } from '../../definition/plan/compile';
import type { Plan } from '../../definition/plan/types';
import type { WorkflowDefinition } from '../../definition/types';
import { TARGET, WORKFLOW_ID, type CaseNodes, type ContractCase } from './contract-case';
import { workflow } from './scripted-run';

const { catalog } = createCatalog();

/** What placeholders stand for in one run of a case. */
export interface Places {
  /** Address of the run's space at the HTTP target. */
  target: string;
  /** Id of another workflow of the case, by its name. */
  workflowId: (name: string) => string | undefined;
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
export function fill<T extends Json>(value: T, { target, workflowId }: Places): T {
  const text = JSON.stringify(value)
    .replaceAll(TARGET, target)
    .replace(WORKFLOW_ID, (_, name: string) => {
      const id = workflowId(name);
      if (id === undefined) throw new Error(`The case has no workflow ${name}.`);
      return id;
    });
  return JSON.parse(text) as T;
}

/** The plan of a case: what runs of it have in common. */
export function planOf({
  nodes,
  variableDefs,
}: Pick<ContractCase, 'nodes' | 'variableDefs'>): Plan {
  const places = { target: TARGET, workflowId: () => 'wf_any' };
  return compile(definitionOf(nodes, places, variableDefs), catalog);
}
