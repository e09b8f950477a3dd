import type { ErrorSpec } from './error-spec';

/** Workflows, their versions and variables, and the catalog. */
export const WORKFLOW_ERRORS = {
  workflowArchived: { code: 400120, status: 400, message: 'The workflow is archived.' },
  workflowNotArchived: { code: 400121, status: 400, message: 'The workflow is not archived.' },
  workflowNotLive: {
    code: 400122,
    status: 400,
    message: 'The workflow has no live version: publish it first.',
  },
  draftIsAll: {
    code: 400123,
    status: 400,
    message: 'The draft is all there is of the workflow: archive the workflow instead.',
  },
  workflowPaused: {
    code: 400130,
    status: 400,
    message: 'The workflow is paused: only a person can start it.',
  },
  maxRunsExhausted: {
    code: 400131,
    status: 400,
    message: 'The workflow has used up its runs: refill it.',
  },
  noRunLimit: {
    code: 400132,
    status: 400,
    message: 'The workflow has no `maxRuns`, so there is nothing to refill.',
  },
  variableNotKept: {
    code: 400140,
    status: 400,
    message: 'A variable with the lifetime `reset` keeps no value: change its default.',
  },
  tooManyVariables: {
    code: 400141,
    status: 400,
    message: 'A workflow has at most 100 variables.',
  },
  invalidDefinition: {
    code: 400228,
    status: 400,
    message: 'The workflow definition is not valid.',
  },
  notWorkflowOwner: {
    code: 403030,
    status: 403,
    message: 'Only its owner and the owners of the organization can give the workflow away.',
  },
  workflowNotFound: { code: 404001, status: 404, message: 'There is no such workflow.' },
  versionNotFound: { code: 404002, status: 404, message: 'The workflow has no such version.' },
  liveNotFound: { code: 404003, status: 404, message: 'The workflow has no live version.' },
  draftNotFound: { code: 404004, status: 404, message: 'The workflow has no draft.' },
  releaseNotFound: { code: 404005, status: 404, message: 'The workflow has no such release.' },
  actionNotFound: { code: 404020, status: 404, message: 'There is no such action.' },
  triggerNotFound: { code: 404021, status: 404, message: 'There is no such trigger.' },
  variableNotFound: { code: 404140, status: 404, message: 'The workflow has no such variable.' },
  versionConflict: {
    code: 409001,
    status: 409,
    message: 'The workflow or block has changed since the expected version.',
  },
  definitionTooLarge: { code: 413001, status: 413, message: 'The definition is too large.' },
  workflowCoolingDown: {
    code: 429010,
    status: 429,
    message: 'The workflow was started a moment ago: its cooldown is not over.',
  },
} as const satisfies Record<string, ErrorSpec>;
