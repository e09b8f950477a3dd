import { MAX_CONCURRENCY } from '../limits';
import type { Rule } from './facts';
import { checkNumber, payloadField } from './payload-field';

const CONCURRENCY = { min: 1, max: MAX_CONCURRENCY, integer: true };

/** What a `for-each` takes: a list, and how to go through it. */
export const loopOptions: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    if (node.spec?.execution !== 'for-each') continue;
    const array = payloadField(node, 'array');
    if (array.kind === 'absent') {
      const message = '`array` holds the items, mostly an expression: "{{$trigger.body.items}}".';
      report('field_required', node, 'payload.array', message);
    } else if (array.kind === 'literal' && !Array.isArray(array.value)) {
      const message =
        '`array` is a list, or one expression that gives a list and nothing around it.';
      report('value_wrong_type', node, 'payload.array', message);
    }
    const concurrency = payloadField(node, 'concurrency');
    if (concurrency.kind === 'literal') {
      const field = 'payload.concurrency';
      checkNumber(concurrency.value, 'concurrency', CONCURRENCY, node, field, report);
    }
    const goOn = payloadField(node, 'continueOnError');
    if (goOn.kind === 'literal' && typeof goOn.value !== 'boolean') {
      const message = '`continueOnError` is true or false, without quotation marks.';
      report('value_wrong_type', node, 'payload.continueOnError', message);
    }
  }
};
