import type { JsonObject } from '../definition/json';
import type { ActionTask } from '../workflows/port';
import type { Action } from './action';

/** An action with side effects that knows inputs for which it has none. */
export interface RefinedAction extends Action {
  safeToRepeat(input: JsonObject): boolean;
}

/** Attempts of an input without side effects when the node doesn't say. */
const SAFE_ATTEMPTS = 3;

/**
 * How often an attempt may be made, for this very input. The plan judges a type: where that has side
 * effects it allows one attempt. An input without side effects gets what other actions without them
 * get. What the author says holds in both cases.
 */
export function repeatPolicy(
  action: Action,
  task: Pick<ActionTask, 'input' | 'maxAttempts' | 'attemptsAreGiven' | 'safeToRepeat'>,
): { maxAttempts: number; safeToRepeat: boolean } {
  if (!task.safeToRepeat && isRefined(action) && action.safeToRepeat(task.input)) {
    return {
      safeToRepeat: true,
      maxAttempts: task.attemptsAreGiven ? task.maxAttempts : SAFE_ATTEMPTS,
    };
  }
  return { safeToRepeat: task.safeToRepeat, maxAttempts: task.maxAttempts };
}

function isRefined(action: Action): action is RefinedAction {
  return 'safeToRepeat' in action && typeof action.safeToRepeat === 'function';
}
