import { isConditionField } from '../plan/payload';
import type { NodeFacts, Rule } from './facts';

/** How the parser says that a placeholder is left. */
const PLACEHOLDER = /^In `.*`ask[^`]*` asks the author/s;

/** Every expression and condition can be read, and no placeholder is left. */
export const expressions: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    for (const { path, field, message } of node.problems) {
      report(codeOf(node, path, message), node, field, message);
    }
  }
};

function codeOf(
  node: NodeFacts,
  [key = '']: readonly string[],
  message: string,
): 'placeholder_left' | 'condition_invalid' | 'expression_invalid' {
  if (PLACEHOLDER.test(message)) return 'placeholder_left';
  return isConditionField(node.node.type, key) ? 'condition_invalid' : 'expression_invalid';
}
