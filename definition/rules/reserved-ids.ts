import type { Rule } from './facts';
import { quote } from './text';

const RESERVED: ReadonlyMap<string, string> = new Map([
  ['ask', '`{{ask.field}}` is a placeholder that asks the author for a value'],
  ['true', '`{{true}}` is a literal'],
  ['false', '`{{false}}` is a literal'],
  ['null', '`{{null}}` is a literal'],
]);

/** Ids that mean something else in expressions. (`root` is the trigger's: see the rule `triggers`.) */
export const reservedIds: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    const why = RESERVED.get(node.id);
    if (why !== undefined) {
      report('reserved_id', node, undefined, `No node is called ${quote(node.id)}: ${why}.`);
    }
  }
};
