import { ownValue } from '../../definition/json';
import type { WorkflowDefinition } from '../../definition/types';

/** Ids of the nodes where a run can start. */
export function triggerNodeIds(definition: WorkflowDefinition): string[] {
  return definition.triggerNodeIds ?? ['root'];
}

/** The type of the first trigger, by which workflows are listed. */
export function workflowType(definition: WorkflowDefinition): string {
  const [first = 'root'] = triggerNodeIds(definition);
  return ownValue(definition.nodes, first)?.type ?? 'manual';
}

/** The trigger that a run started through the API goes through: the first manual one, else the first. */
export function apiTriggerNodeId(definition: WorkflowDefinition): string {
  const ids = triggerNodeIds(definition);
  const manual = ids.find((id) => ownValue(definition.nodes, id)?.type === 'manual');
  return manual ?? ids[0] ?? 'root';
}
