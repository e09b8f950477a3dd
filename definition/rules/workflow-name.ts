import { MAX_WORKFLOW_NAME_LENGTH } from '../limits';
import type { Rule } from './facts';

export const workflowName: Rule = ({ context: { name } }, report) => {
  if (name === undefined) return;
  if (name.trim() === '') {
    report('name_empty', undefined, 'name', 'Give the workflow a name.');
  } else if (name.length > MAX_WORKFLOW_NAME_LENGTH) {
    report(
      'name_too_long',
      undefined,
      'name',
      `A name has at most ${MAX_WORKFLOW_NAME_LENGTH} characters; this one has ${name.length}.`,
    );
  }
};
