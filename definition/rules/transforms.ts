import type { Rule } from './facts';
import { payloadField } from './payload-field';

const DEFINES_TRANSFORM = /\bfunction\s*\*?\s+transform\s*\(|\btransform\s*=(?![=>])/;

/** The code of a `code-transform` defines the function that is called. */
export const transforms: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    if (node.node.type !== 'code-transform') continue;
    const code = payloadField(node, 'code');
    if (code.kind !== 'literal' || typeof code.value !== 'string') continue;
    if (DEFINES_TRANSFORM.test(code.value)) continue;
    report(
      'transform_missing',
      node,
      'payload.code',
      'The code defines a function with the name `transform`: function transform(input) { return input; }',
    );
  }
};
