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
  return runRules(rules, definition, context);
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
