import { isJsonObject } from '../json';
import type { Rule } from './facts';
import { didYouMean, oneOf, quote } from './text';

/** Older and neighbouring names of payload fields, by node type. */
const INSTEAD: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'delay',
    new Map([
      ['duration', 'delayMs'],
      ['ms', 'delayMs'],
      ['seconds', 'delayMs'],
    ]),
  ],
  ['regex', new Map([['input', 'text']])],
  [
    'db-query',
    new Map([
      ['query', 'sql'],
      ['parameters', 'params'],
      ['args', 'params'],
    ]),
  ],
  [
    'code-transform',
    new Map([
      ['timeoutMs', 'timeout'],
      ['script', 'code'],
    ]),
  ],
  [
    'for-each',
    new Map([
      ['items', 'array'],
      ['list', 'array'],
    ]),
  ],
  [
    'http-request',
    new Map([
      ['timeoutMs', 'timeout'],
      ['data', 'body'],
      ['json', 'body'],
    ]),
  ],
  [
    'wait',
    new Map([
      ['timeout', 'timeoutMs'],
      ['trigger', 'triggerType'],
    ]),
  ],
  [
    'trigger-workflow',
    new Map([
      ['input', 'payload'],
      ['data', 'payload'],
    ]),
  ],
]);

/** A payload has only fields that its type knows, where the schema of the type is closed. */
export const payloadNames: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    const { properties, additionalProperties } = node.spec?.payloadSchema ?? {};
    if (additionalProperties !== false || !isJsonObject(properties)) continue;
    for (const key of Object.keys(node.node.payload)) {
      if (Object.hasOwn(properties, key)) continue;
      const known = Object.keys(properties);
      const message = () => {
        const other = INSTEAD.get(node.node.type)?.get(key);
        const hint = other === undefined ? didYouMean(key, known) : ` Write ${quote(other)}.`;
        const names = known.length === 0 ? 'none' : oneOf(known.map(quote));
        return `${quote(node.node.type)} has no field ${quote(key)}.${hint || ` It takes ${names}.`}`;
      };
      report('unknown_field', node, `payload.${key}`, message);
    }
  }
};
