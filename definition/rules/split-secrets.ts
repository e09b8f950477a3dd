import type { Template } from '../expression/ast';
import { headerAt, isSecretHeader } from '../secret-names';
import type { Rule } from './facts';
import { quote } from './text';

/** `Bearer` and its like. In an `authorization` the first word is always the scheme (RFC 9110). */
const SCHEME = /^\s*(apikey|basic|bearer|bot|key|token)\s+/i;
const ANY_SCHEME = /^\s*[a-z][\w-]{0,19}\s+/i;

/** What names a part of a header, such as `session=`, is no secret, nor are a separator or a letter or two. */
const PART_NAMES = /[\w.-]+=/g;
const SOME_TEXT = /[a-z0-9]{3}/i;

/** A text with an expression in it is never sealed, so a secret beside the expression stays readable. */
export const splitSecrets: Rule = ({ nodes }, report) => {
  for (const node of nodes) {
    const secretKeys = node.spec?.secretKeys ?? [];
    for (const [key, template] of node.fields) visit(template, [key], ['payload', key], false);

    function visit(template: Template, keys: string[], at: string[], below: boolean): void {
      const header = headerAt(keys);
      const isHeader = header !== undefined && isSecretHeader(header);
      const secret = below || isHeader || secretKeys.includes(keys.join('.'));
      if (template.kind === 'object') {
        for (const [key, value] of template.entries) {
          visit(value, [...keys, key], [...at, key], secret);
        }
      } else if (template.kind === 'array') {
        template.items.forEach((item, index) => {
          visit(item, keys, [...at, String(index)], secret);
        });
      } else if (secret && template.kind === 'text' && holdsText(template.parts, header)) {
        report(
          'secret_not_sealed',
          node,
          at.join('.'),
          `${quote(at.at(-1) ?? '')} has text beside an expression. It is not sealed: whoever sees the definition can read it. If it is a secret, write it alone into a header, and the expression into another field.`,
        );
      }
    }
  }
};

function holdsText(parts: readonly unknown[], header: string | undefined): boolean {
  const scheme = header !== undefined && /authorization$/i.test(header) ? ANY_SCHEME : SCHEME;
  const text = parts.map((part) => (typeof part === 'string' ? part : '{{}}')).join('');
  return SOME_TEXT.test(text.replace(scheme, '').replace(PART_NAMES, ''));
}
