import { expandBlocks } from './blocks/expand';
import { NO_BLOCKS } from './blocks/types';
import type { Issue } from './issues';
import { hintRules, rules, variableRules } from './rules';
import type { ValidationContext } from './rules/facts';
import { runRules } from './rules/run';
import type { WorkflowDefinition } from './types';

export type { CheckPayload, ValidationContext } from './rules/facts';

/**
 * All that keeps a definition from being published and run, as far as it can be known before; empty when nothing does.
 * The definition must have gone through `parseDefinition`. Never throws, and costs time proportional to its size.
 */
export function validate(definition: WorkflowDefinition, context: ValidationContext): Issue[] {
  const issues = runRules(rules, definition, context);
  if (issues.length > 0) return issues;
  const { definition: expanded } = expandBlocks(definition, context.blocks ?? NO_BLOCKS);
  if (expanded === definition) return issues;
  // A block was judged on its own. In its place there may be less: a variable that it reads, a level of loops.
  const { block: _, ...rest } = context;
  return runRules(rules, expanded, rest);
}

/** {@link validate}, for a version that was judged before: the variables of its workflow may be others by now. */
export function validateVariables(
  definition: WorkflowDefinition,
  context: ValidationContext,
): Issue[] {
  return runRules(variableRules, definition, context);
}

/** What is allowed in a definition without problems, and yet seldom meant. */
export function hints(definition: WorkflowDefinition, context: ValidationContext): Issue[] {
  return runRules(hintRules, definition, context);
}
