import type { Template } from '../expression/ast';
import type { Rule } from './facts';
import { quote } from './text';

const SCHEMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['send-webhook', ['https']],
  ['http-request', ['http', 'https']],
]);

const SCHEME = /^\s*([A-Za-z][A-Za-z0-9+.-]*):\/\//;

/** A user and perhaps a password before the host. */
const CREDENTIALS = /^\s*[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#\s]*@/;

/** Addresses are absolute, and webhooks are sent encrypted. What an expression leaves open is judged at run time. */
export const urls: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    const schemes = SCHEMES.get(node.node.type);
    const url = node.fields.get('url');
    if (!schemes || !url || node.problems.some(({ path }) => path[0] === 'url')) continue;
    const start = literalStart(url);
    if (start === undefined) continue;
    const scheme = SCHEME.exec(start)?.[1]?.toLowerCase();
    if (scheme !== undefined && schemes.includes(scheme)) {
      if (CREDENTIALS.test(start)) {
        const message =
          'The `url` must not carry a user and password, which everybody who sees the run would read. Send them in the header `authorization`.';
        report('url_invalid', node, 'payload.url', message);
      }
      continue;
    }
    // Such as `{{base}}/path`, or `https:{{rest}}`: not enough is known.
    if (scheme === undefined && url.kind === 'text' && !start.includes('/')) continue;
    const wanted = schemes.map((name) => `${name}://`).join(' or ');
    report(
      'url_invalid',
      node,
      'payload.url',
      `The \`url\` of ${quote(node.node.type)} starts with ${wanted}.`,
    );
  }
};

function literalStart(url: Template): string | undefined {
  if (url.kind === 'value') return typeof url.value === 'string' ? url.value : undefined;
  const first = url.kind === 'text' ? url.parts[0] : undefined;
  return typeof first === 'string' ? first : undefined;
}
