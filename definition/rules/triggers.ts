import { triggerIds } from '../graph';
import { ownValue } from '../json';
import type { Rule } from './facts';
import { didYouMean, quote } from './text';

/** A run starts at a trigger: the node `root`, or the nodes that `triggerNodeIds` names. */
export const triggers: Rule = (facts, report) => {
  const { definition, nodes } = facts;
  const ids = triggerIds(definition);
  const listed = (definition.triggerNodeIds ?? []).length > 0;
  const seen = new Set<string>();
  ids.forEach((id, position) => {
    if (seen.has(id)) {
      const message = `${quote(id)} is listed twice. List each trigger once.`;
      report('duplicate_trigger', undefined, `triggerNodeIds.${position}`, message);
      return;
    }
    seen.add(id);
    if (ownValue(definition.nodes, id) !== undefined) return;
    if (!listed) {
      report(
        'root_missing',
        undefined,
        'nodes',
        'A run starts at the node `root`, a trigger such as {"type": "manual"}. Add it, or name the trigger in `triggerNodeIds`.',
      );
      return;
    }
    const message = () =>
      `There is no node ${quote(id)}.${didYouMean(id, Object.keys(definition.nodes))}`;
    report('trigger_missing', undefined, `triggerNodeIds.${position}`, message);
  });
  for (const node of nodes) {
    const takesTrigger = node.spec?.execution === 'trigger';
    if (node.isTrigger && node.spec && !takesTrigger) {
      report(
        'root_not_trigger',
        node,
        'type',
        `A run starts at ${quote(node.id)}, so it must be a trigger such as \`manual\`; ${quote(node.node.type)} is an action. Put it below the trigger, in its \`children\`.`,
      );
    }
    if (!node.isTrigger && takesTrigger) {
      report(
        'trigger_misplaced',
        node,
        'type',
        `${quote(node.node.type)} is a trigger, and a run can't start here. Remove the node, or list every trigger in \`triggerNodeIds\`.`,
      );
    }
    if (node.id === 'root' && seen.size > 1) {
      report(
        'root_reserved',
        node,
        undefined,
        'With several triggers `root` stands for the one that started the run. Give this node another id.',
      );
    }
  }
};
