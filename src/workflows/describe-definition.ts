import { ownValue } from '../../definition/json';
import type { WorkflowDefinition, WorkflowNode } from '../../definition/types';
import { triggerNodeIds } from './trigger-nodes';

/** A name and a description that follow from a definition alone: the same one always gets the same. */
export interface DefinitionText {
  name: string;
  description: string;
}

const MAX_NAME = 255;
/** Steps that are told one by one. */
const MAX_TOLD = 8;

const WAYS: Readonly<Record<string, string>> = {
  then: 'if so',
  else: 'if not',
  resumed: 'when it is resumed',
  timed_out: 'when that takes too long',
  error: 'if it fails',
};

export function describeDefinition(definition: WorkflowDefinition): DefinitionText {
  const triggers = triggerNodeIds(definition).flatMap((id) => ownValue(definition.nodes, id) ?? []);
  const starts = triggers.map(titleOf).join(' or ') || 'No trigger';
  const steps = stepsOf(definition);
  const last = steps.at(-1);
  const told = steps.slice(0, MAX_TOLD).map(tell);
  const more = steps.length > MAX_TOLD ? [`and ${steps.length - MAX_TOLD} more steps`] : [];
  const name = last === undefined ? starts : `${starts} → ${titleOf(last)}`;
  return {
    name: name.length > MAX_NAME ? `${name.slice(0, MAX_NAME - 1)}…` : name,
    description: [`Starts with ${starts}.`, ...sentence([...told, ...more])].join(' '),
  };
}

/** What follows the triggers, in the order in which it is reached. */
function stepsOf(definition: WorkflowDefinition): WorkflowNode[] {
  const triggers = triggerNodeIds(definition);
  const seen = new Set(triggers);
  const waiting = [...triggers];
  const steps: WorkflowNode[] = [];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const node = ownValue(definition.nodes, id);
    if (node === undefined) continue;
    if (!triggers.includes(id)) steps.push(node);
    const next = [...(node.loopBody ?? []), ...(node.children ?? [])].filter(
      (one) => !seen.has(one),
    );
    for (const one of next) seen.add(one);
    waiting.unshift(...next);
  }
  return steps;
}

function tell(node: WorkflowNode): string {
  const way = node.branch === undefined ? undefined : ownValue(WAYS, node.branch);
  return way === undefined ? titleOf(node) : `${way}: ${titleOf(node)}`;
}

function sentence(parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [`Then ${parts.join('; ')}.`];
}

/** `http-request` reads `Http request`. */
function titleOf({ type, titleOverride }: WorkflowNode): string {
  if (titleOverride !== undefined && titleOverride !== '') return titleOverride;
  const words = type.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
