import type { Condition, Expression, Template } from './ast';

export type Reference = Extract<Expression, { kind: 'reference' }>;

/** A reference and where in the payload it stands. */
export interface LocatedReference {
  reference: Reference;
  field: string[];
}

/** All that a template reads, in the order of the payload. */
export function references(template: Template): Reference[] {
  return locateReferences(template).map(({ reference }) => reference);
}

/** As {@link references}, with the keys that lead to each. */
export function locateReferences(template: Template): LocatedReference[] {
  const found: LocatedReference[] = [];
  walkTemplate(template, [], (reference, field) => found.push({ reference, field }));
  return found;
}

type Visit = (reference: Reference, field: string[]) => void;

function walkTemplate(template: Template, field: string[], visit: Visit): void {
  switch (template.kind) {
    case 'value':
      return;
    case 'expression':
      walkExpression(template.expression, field, visit);
      return;
    case 'text':
      for (const part of template.parts) {
        if (typeof part !== 'string') walkExpression(part, field, visit);
      }
      return;
    case 'array':
      template.items.forEach((item, index) => {
        walkTemplate(item, [...field, String(index)], visit);
      });
      return;
    case 'object':
      for (const [key, child] of template.entries) walkTemplate(child, [...field, key], visit);
      return;
    case 'condition':
      walkCondition(template.condition, field, visit);
  }
}

function walkCondition(condition: Condition, field: string[], visit: Visit): void {
  if (condition.kind === 'comparison') {
    if (condition.left.kind === 'template') walkTemplate(condition.left.template, field, visit);
    walkTemplate(condition.right, field, visit);
    return;
  }
  for (const part of condition.conditions) walkCondition(part, field, visit);
}

function walkExpression(expression: Expression, field: string[], visit: Visit): void {
  let rest = expression;
  while (rest.kind === 'fallback') {
    walkExpression(rest.left, field, visit);
    rest = rest.right;
  }
  if (rest.kind === 'reference') visit(rest, field);
}
