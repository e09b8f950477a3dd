/**
 * What the rest of the project uses of the language. The workflow bundle does not go through here: it imports
 * `plan/load` and `run-state` alone, so that the rules and their packages stay out of it.
 */
export type { Catalog, NodeSpec } from './catalog';
export { ISSUE_CODES, type IssueCode, type IssueType } from './issue-codes';
export { MAX_ISSUES, type Issue } from './issues';
export { DEFINITION_LIMITS, type DefinitionLimits } from './limits';
export { parseDefinition, type ParsedDefinition } from './parse';
export { compile } from './plan/compile';
export { loadPlan, type LoadedPlan } from './plan/load';
export type { ActionPolicy, Plan, PlanNode } from './plan/types';
export type { WorkflowDefinition, WorkflowNode } from './types';
export { validate, type CheckPayload, type ValidationContext } from './validate';
