/**
 * How long a worker has for a workflow task before another gets it: Temporal's default, given so that a server's own
 * can't change it. A task is renewed after 80 % of that. A replay skips a task that did nothing but wait for a local
 * activity: what came before and after its renewal comes at once then, with the clock and the length of the history of
 * the last. So local activities must end well before (ADR 0011).
 */
export const WORKFLOW_TASK_TIMEOUT = '10s';
