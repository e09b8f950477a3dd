import type { Json } from '../json';

/** A parsed `{{ ... }}`: plain JSON, so that it travels inside a plan. */
export type Expression =
  | { kind: 'literal'; value: Json }
  | { kind: 'reference'; root: Root; path: string[] }
  /** `left || right`: right when left is null. */
  | { kind: 'fallback'; left: Expression; right: Expression };

/**
 * What a path starts from, both dialects made one:
 * `$nodes.a.result.x` and `a.result.x` are the same root `{kind: 'node', nodeId: 'a', part: 'result'}`,
 * and so are `$trigger.x`, `root.result.x` (root `trigger`, part `result`).
 */
export type Root =
  | { kind: 'trigger'; part: 'result' | 'input' | 'payload' }
  | { kind: 'node'; nodeId: string; part: 'result' | 'error' | 'payload' }
  | { kind: 'item'; level: 'current' | 'parent' }
  | { kind: 'index'; level: 'current' | 'parent' }
  | { kind: 'loop'; nodeId: string; part: 'item' | 'index' }
  | { kind: 'workflow' }
  | { kind: 'props' }
  | { kind: 'inputs' }
  | { kind: 'vars' }
  | { kind: 'organization' };

/** A payload with its expressions parsed. */
export type Template =
  | { kind: 'value'; value: Json }
  /** The whole string is one expression: keeps the JSON type. */
  | { kind: 'expression'; expression: Expression }
  /** Text with expressions in it: always a string. */
  | { kind: 'text'; parts: (string | Expression)[] }
  | { kind: 'array'; items: Template[] }
  | { kind: 'object'; entries: [key: string, value: Template][] }
  /** The `condition` of an `if` or the `filter` of a `filter` node. */
  | { kind: 'condition'; condition: Condition };

export type ComparisonOperator =
  | '$eq'
  | '$ne'
  | '$gt'
  | '$gte'
  | '$lt'
  | '$lte'
  | '$in'
  | '$nin'
  | '$contains'
  | '$notContains'
  | '$startsWith'
  | '$endsWith'
  | '$exists'
  | '$notExists';

export type Condition =
  | { kind: 'and' | 'or'; conditions: Condition[] }
  | {
      kind: 'comparison';
      /** `if`: a template; `filter`: a dotted field of the item. */
      left: { kind: 'template'; template: Template } | { kind: 'field'; path: string[] };
      operator: ComparisonOperator;
      right: Template;
    };
