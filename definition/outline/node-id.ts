import { MAX_NODE_ID_LENGTH } from '../limits';

const NODE_ID = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;

/** Why a text can't be the id of a node; undefined when it can. */
export function nodeIdProblem(id: string): string | undefined {
  if (NODE_ID.test(id) && id.length <= MAX_NODE_ID_LENGTH) return undefined;
  const rule = `An id has 1 to ${MAX_NODE_ID_LENGTH} letters, digits, \`_\` or \`-\``;
  if (id === '') return `${rule}; this one is empty.`;
  if (id.length > MAX_NODE_ID_LENGTH) return `${rule}; this one has ${id.length}.`;
  if (id.startsWith('-')) return `${rule}, and does not start with \`-\`.`;
  if (id.includes('.')) return `${rule}. A dot would end the id inside an expression; use \`_\`.`;
  if (/\s/.test(id)) return `${rule}. A space would end the id inside an expression; use \`_\`.`;
  return `${rule}. Expressions can't name other characters.`;
}
