import { ActionError } from '../../activities/action';
import type { PublicRefusal, Refusal } from './run-admission';

export function exhausted(): ActionError {
  return new ActionError('cu_exhausted', 'The organization has used up its compute units');
}

/** The parent has given up the start of this child. */
export function tooLate(nodeId: string): ActionError {
  return new ActionError('superseded', `Another outcome of \`${nodeId}\` was recorded first`);
}

/** What the limits of the other workflow do not allow now. */
export function refused(refusal: Exclude<Refusal, PublicRefusal>, workflowId: string): ActionError {
  switch (refusal) {
    case 'disabled':
      return new ActionError(
        'action_disabled',
        `The workflow ${workflowId} has an action that the organization has disabled`,
      );
    case 'out-of-runs':
      return new ActionError(
        'workflow_exhausted',
        `The workflow ${workflowId} has used up its runs: refill it`,
      );
    case 'paused':
      return new ActionError('workflow_paused', `The workflow ${workflowId} is paused`);
    case 'cooling-down':
      return new ActionError(
        'workflow_cooling_down',
        `The workflow ${workflowId} was started a moment ago: its cooldown is not over`,
      );
  }
}
