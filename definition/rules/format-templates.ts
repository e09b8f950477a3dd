import { parseFormatTemplate } from '../nodes/format';
import type { Rule } from './facts';
import { payloadField } from './payload-field';

/** The `template` of a `format` knows only the fields of its item. */
export const formatTemplates: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    if (node.node.type !== 'format') continue;
    const template = payloadField(node, 'template');
    if (template.kind !== 'literal' || typeof template.value !== 'string') continue;
    const parsed = parseFormatTemplate(template.value);
    if (!parsed.ok) report('template_invalid', node, 'payload.template', parsed.message);
  }
};
