import type { JsonObject } from '../definition/json';
import type { LocalOutcome } from '../workflows/port';
import { ActionError, type Action } from './action';
import { withDeadline } from './deadline';
import { checkInput } from './input';
import { toResult } from './result';

/** A local activity holds its whole run back while it works. */
const LOCAL_TIMEOUT_MS = 1_000;

/**
 * Runs an action that only computes, with nothing recorded. Whatever goes wrong is an outcome: a repeat would
 * end the same way.
 */
export async function evaluate(
  action: Action,
  input: JsonObject,
  timeoutMs = LOCAL_TIMEOUT_MS,
): Promise<LocalOutcome> {
  try {
    checkInput(action.spec, input);
    const limit = { timeoutMs, outer: new AbortController().signal };
    const result = await withDeadline(limit, (signal) => action.run(input, { ...NOWHERE, signal }));
    return { ok: true, result: toResult(result) };
  } catch (error) {
    const code = error instanceof ActionError ? error.code : 'action_failed';
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code, message } };
  }
}

/** What only computes needs to know nothing of its run. */
const NOWHERE = {
  organizationId: '',
  runId: '',
  workflowId: '',
  nodeId: '',
  address: '',
  attempt: 1,
  idempotencyKey: '',
};
