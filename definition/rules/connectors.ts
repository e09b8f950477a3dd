import type { Rule } from './facts';
import { quote } from './text';

/** A node has a connector exactly when its type takes one. */
export const connectors: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    const { connector } = node.node;
    if (!node.spec) continue;
    const type = quote(node.node.type);
    const takes = node.spec.connector;
    if (connector && !takes) {
      report('connector_not_allowed', node, 'connector', `${type} takes no connector. Remove it.`);
    } else if (connector && takes && connector.type !== takes.type) {
      report(
        'connector_wrong_type',
        node,
        'connector.type',
        `${type} takes a connector of the type ${quote(takes.type)}, not ${quote(connector.type)}.`,
      );
    } else if (!connector && takes?.required) {
      report(
        'connector_required',
        node,
        'connector',
        `${type} needs a connector: {"type": "${takes.type}", "id": "conn_..."}.`,
      );
    }
  }
};
