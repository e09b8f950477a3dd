import type { ErrorSpec } from './error-spec';

/** What everybody may run, and its executions. */
export const PUBLIC_ERRORS = {
  workflowNotPublic: {
    code: 400160,
    status: 400,
    message:
      'Only a workflow that everybody may see can have a widget: change its visibility first.',
  },
  invalidClientToken: {
    code: 401060,
    status: 401,
    message: 'The token opens no execution of this id: it may have expired.',
  },
  publicRunForbidden: {
    code: 403060,
    status: 403,
    message: 'Everybody may see this workflow, but not run it.',
  },
  publicRunPaused: { code: 403061, status: 403, message: 'The workflow is paused.' },
  idempotencyMismatch: {
    code: 409060,
    status: 409,
    message: 'This idempotency key came with another request before.',
  },
  publicCooldown: {
    code: 429060,
    status: 429,
    message: 'The workflow was started a moment ago: try again later.',
  },
  publicDailyLimit: {
    code: 429061,
    status: 429,
    message: 'The workflow has been started as often as it may be today.',
  },
} as const satisfies Record<string, ErrorSpec>;
