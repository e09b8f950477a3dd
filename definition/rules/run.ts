import { IssueList, type Issue } from '../issues';
import type { WorkflowDefinition } from '../types';
import {
  gatherFacts,
  type NodeFacts,
  type Report,
  type Rule,
  type ValidationContext,
} from './facts';

/** Lets rules judge one definition, in their order, until there are more problems than are reported. */
export function runRules(
  rules: readonly Rule[],
  definition: WorkflowDefinition,
  context: ValidationContext,
): Issue[] {
  const issues = new IssueList();
  const facts = gatherFacts(definition, context);
  const spokenOf = new Set<string>();
  const report: Report = (code, node, field, message) => {
    if (issues.full) return;
    // What a rule has said of a payload field is worth more than what its schema says of it.
    const place = `${node?.id ?? ''} ${field?.split('.', 2).join('.') ?? ''}`;
    if (code !== 'payload_invalid') spokenOf.add(place);
    else if (spokenOf.has(place)) return;
    issues.add(code, {
      ...(node && describeNode(node)),
      ...(field !== undefined && { field }),
      message: typeof message === 'string' ? message : message(),
    });
  };
  for (const rule of rules) {
    if (issues.full) break;
    rule(facts, report);
  }
  return issues.all();
}

function describeNode(node: NodeFacts): { nodeId: string; nodeName?: string } {
  const nodeName = node.node.titleOverride ?? node.spec?.title;
  return { nodeId: node.id, ...(nodeName !== undefined && { nodeName }) };
}
