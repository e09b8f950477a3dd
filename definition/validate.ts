import type { Issue } from './issues';
import { rules } from './rules';
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
