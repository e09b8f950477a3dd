import { IssueList, type Issue } from './issues';
import { rules } from './rules';
import { gatherFacts, type NodeFacts, type Report, type ValidationContext } from './rules/facts';
import type { WorkflowDefinition } from './types';

export type { CheckPayload, ValidationContext } from './rules/facts';

/**
 * All that keeps a definition from being published and run, as far as it can be known before; empty when nothing does.
 * The definition must have gone through `parseDefinition`. Never throws, and costs time proportional to its size.
 */
export function validate(definition: WorkflowDefinition, context: ValidationContext): Issue[] {
  const issues = new IssueList();
  const facts = gatherFacts(definition, context);
  const spokenOf = new Set<string>();
  const report: Report = (code, node, field, message) => {
    if (issues.full) return;
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
