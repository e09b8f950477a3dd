import { setOwn, type Json, type JsonObject } from '../json';
import type { Condition, Expression, Root, Template } from './ast';
import { Budget, DEFAULT_LIMITS, type ExpressionLimits } from './budget';
import { readPath } from './read-path';

/** What a node can read, by root. */
export interface Scope {
  /** The value a path starts from; undefined when there is none, which reads as null. */
  lookup(root: Root): Json | undefined;
}

/** Fills in a payload. Values that are read are handed on as they are: text in them that looks like `{{...}}` is data. Throws only `ExpressionError`. */
export function resolveTemplate(
  template: Template,
  scope: Scope,
  limits: ExpressionLimits = DEFAULT_LIMITS,
): Json {
  return new Resolver(scope, limits).resolve(template);
}

/** Resolves templates against one scope and one budget. */
export class Resolver {
  readonly budget: Budget;

  constructor(
    private readonly scope: Scope,
    limits: ExpressionLimits,
  ) {
    this.budget = new Budget(limits);
  }

  resolve(template: Template): Json {
    this.budget.spend(1);
    switch (template.kind) {
      case 'value':
        return template.value;
      case 'expression': {
        const value = this.evaluate(template.expression);
        this.budget.emit(value);
        return value;
      }
      case 'text':
        return template.parts.map((part) => this.textPart(part)).join('');
      case 'array':
        return template.items.map((item) => this.resolve(item));
      case 'object':
        return this.object(template.entries.map(([key, child]) => [key, this.resolve(child)]));
      case 'condition':
        return this.describe(template.condition);
    }
  }

  private evaluate(expression: Expression): Json {
    let rest = expression;
    this.budget.spend(1);
    while (rest.kind === 'fallback') {
      const left = this.evaluate(rest.left);
      if (left !== null) return left;
      rest = rest.right;
      this.budget.spend(1);
    }
    if (rest.kind === 'literal') return rest.value;
    this.budget.spend(rest.path.length);
    return readPath(this.scope.lookup(rest.root), rest.path);
  }

  private textPart(part: string | Expression): string {
    if (typeof part === 'string') {
      this.budget.emitText(part.length);
      return part;
    }
    const value = this.evaluate(part);
    this.budget.emit(value);
    return textOf(value);
  }

  /** A condition as its author wrote it, with what it compared: the form in which a run shows it. */
  private describe(condition: Condition): JsonObject {
    if (condition.kind !== 'comparison') {
      return { [`$${condition.kind}`]: condition.conditions.map((part) => this.describe(part)) };
    }
    const { left, operator, right } = condition;
    const key = left.kind === 'field' ? left.path.join('.') : textOf(this.resolve(left.template));
    return this.object([[key, { [operator]: this.resolve(right) }]]);
  }

  private object(entries: [key: string, value: Json][]): JsonObject {
    const object: JsonObject = {};
    for (const [key, value] of entries) setOwn(object, key, value);
    return object;
  }
}

/** A value inside a text: null is empty, objects and arrays are JSON. */
export function textOf(value: Json): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
