import type { Rule } from './facts';

/** SQL is sent as it stands: a value inside of it would be read as a part of the statement. */
export const sqlTexts: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    const { sql } = node.node.payload;
    if (node.node.type !== 'db-query' || typeof sql !== 'string' || !sql.includes('{{')) continue;
    const message = '`sql` takes no expression: write `?`, and put the value into `params`.';
    report('expression_invalid', node, 'payload.sql', message);
  }
};
