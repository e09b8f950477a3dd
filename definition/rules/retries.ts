import type { Json } from '../json';
import { MAX_ATTEMPTS, MAX_BACKOFF, MAX_PAUSE_MS, MAX_RETRY_INTERVAL_MS } from '../limits';
import type { NodeFacts, Report, Rule } from './facts';
import { checkNumber, type NumberRange } from './payload-field';
import { didYouMean, quote } from './text';

const RANGES: ReadonlyMap<string, NumberRange> = new Map([
  ['maxAttempts', { min: 1, max: MAX_ATTEMPTS, integer: true }],
  ['initialIntervalMs', { min: 1, max: MAX_RETRY_INTERVAL_MS, means: 'up to a day' }],
  ['backoff', { min: 1, max: MAX_BACKOFF }],
]);

const ACTIONS: ReadonlySet<string> = new Set(['activity', 'local', 'child-workflow']);

/** `retry` and `timeoutMs` of a node: on actions only, inside their limits. */
export const retries: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    const { retry, timeoutMs } = node.node;
    if (retry === undefined && timeoutMs === undefined) continue;
    if (node.spec && !ACTIONS.has(node.spec.execution)) {
      refuse(node, report);
      continue;
    }
    for (const [key, value] of Object.entries<Json>({ ...retry })) {
      const range = RANGES.get(key);
      const field = `retry.${key}`;
      if (range) checkNumber(value, field, range, node, field, report);
      else {
        const message = () =>
          `\`retry\` has no field ${quote(key)}.${didYouMean(key, RANGES.keys()) || ' It has `maxAttempts`, `initialIntervalMs` and `backoff`.'}`;
        report('unknown_field', node, field, message);
      }
    }
    const range = { min: 1, max: MAX_PAUSE_MS, means: 'up to 366 days' };
    checkNumber(timeoutMs, 'timeoutMs', range, node, 'timeoutMs', report);
  }
};

function refuse(node: NodeFacts, report: Report): void {
  const type = quote(node.node.type);
  if (node.node.retry !== undefined) {
    const message = `${type} is carried out by the engine and is not tried again. Remove \`retry\`.`;
    report('retry_not_allowed', node, 'retry', message);
  }
  if (node.node.timeoutMs !== undefined) {
    const message =
      node.spec?.execution === 'wait'
        ? 'The `timeoutMs` of a `wait` goes into its `payload`.'
        : `${type} has no time limit. Remove \`timeoutMs\`.`;
    report('retry_not_allowed', node, 'timeoutMs', message);
  }
}
