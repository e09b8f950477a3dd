import { DEFINITION_FIELDS, NODE_FIELDS } from '../outline/fields';
import type { Rule } from './facts';
import { didYouMean, quote } from './text';

const DEFINITION_NAMES = ['nodes', ...DEFINITION_FIELDS.keys()];
const NODE_NAMES = ['type', ...NODE_FIELDS.keys()];

/** What to write instead of fields that other tools and the older grammar have. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['id', 'The id of a node is its key in `nodes`.'],
  ['name', 'The title of a node is its `titleOverride`.'],
  ['title', 'The title of a node is its `titleOverride`.'],
  ['label', 'The title of a node is its `titleOverride`.'],
  ['props', 'What a node takes goes into its `payload`.'],
  ['inputs', 'What a node takes goes into its `payload`.'],
  ['parameters', 'What a node takes goes into its `payload`.'],
  ['config', 'What a node takes goes into its `payload`.'],
  ['next', 'The nodes that follow are listed in `children`.'],
  [
    'dependsOn',
    'Order is said the other way round: list this node in the `children` of its parents.',
  ],
  ['body', 'The nodes that a `for-each` repeats are listed in `loopBody`.'],
  ['retryPolicy', 'Write `retry`: {"maxAttempts": 3, "initialIntervalMs": 1000, "backoff": 2}.'],
  ['timeout', 'Write `timeoutMs`, in milliseconds.'],
  ['onError', 'What runs after a failure is a child with `branch`: "error".'],
  ['continueOnError', '`continueOnError` goes into the `payload` of a `for-each`.'],
  ['concurrency', '`concurrency` goes into the `payload` of a `for-each`.'],
  ['condition', 'The `condition` of an `if` goes into its `payload`.'],
  ['position', 'Places on the canvas are kept in `uiMetadata.nodePositions` of the workflow.'],
]);

/** Unknown fields would be ignored in silence, so they are refused by name. */
export const unknownFields: Rule = ({ definition, nodes }, report) => {
  for (const key of Object.keys(definition)) {
    if (DEFINITION_NAMES.includes(key)) continue;
    const message = () => `A definition has no field ${quote(key)}.${hint(key, DEFINITION_NAMES)}`;
    report('unknown_field', undefined, key, message);
  }
  for (const node of nodes) {
    for (const key of Object.keys(node.node)) {
      if (NODE_NAMES.includes(key)) continue;
      const message = () =>
        `A node has no field ${quote(key)}.${instead(key) ?? hint(key, NODE_NAMES)}`;
      report('unknown_field', node, key, message);
    }
  }
};

function instead(key: string): string | undefined {
  const text = INSTEAD.get(key);
  return text === undefined ? undefined : ` ${text}`;
}

function hint(key: string, names: readonly string[]): string {
  return didYouMean(key, names) || ` It has ${names.map(quote).join(', ')}.`;
}
