import { RE2JS } from 're2js';
import { MAX_REGEX_LENGTH } from '../limits';
import type { Rule } from './facts';
import { payloadField } from './payload-field';

/** The pattern of a `regex` compiles, and is not too long. */
export const regexes: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    if (node.node.type !== 'regex') continue;
    const pattern = payloadField(node, 'pattern');
    if (pattern.kind !== 'literal' || typeof pattern.value !== 'string') continue;
    const { value } = pattern;
    const field = 'payload.pattern';
    if (value.length > MAX_REGEX_LENGTH) {
      const message = `A pattern has at most ${MAX_REGEX_LENGTH} characters; this one has ${value.length}.`;
      report('regex_too_long', node, field, message);
      continue;
    }
    const problem = compileProblem(value);
    if (problem !== undefined) {
      const message = `The pattern does not compile: ${problem}. It is an RE2 pattern: named groups are (?P<name>...), and there is no look-around and no back-reference.`;
      report('regex_invalid', node, field, message);
    }
  }
};

function compileProblem(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
