import { MAX_PAUSE_MS } from '../limits';
import type { Rule } from './facts';
import { checkNumber, payloadField } from './payload-field';

const RANGE = { min: 0, max: MAX_PAUSE_MS, means: 'milliseconds, up to 366 days' };

/** A `delay` says for how long. */
export const delays: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    if (node.spec?.execution !== 'delay') continue;
    const delay = payloadField(node, 'delayMs');
    const field = 'payload.delayMs';
    if (delay.kind === 'absent') {
      const message = '`delayMs` says for how long to pause, in milliseconds: 60000 is a minute.';
      report('field_required', node, field, message);
    } else if (delay.kind === 'literal') {
      checkNumber(delay.value, 'delayMs', RANGE, node, field, report);
    }
  }
};
