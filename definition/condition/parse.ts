import type { Condition, Template } from '../expression/ast';
import { parseTemplate, type OnProblem } from '../expression/template';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { fieldLeft, shorten, templateLeft, type Left } from './left';
import { operatorNamed, suggestOperator } from './operators';

type ParseLeft = (key: string, path: string[], onProblem: OnProblem) => Left | undefined;

/** Most levels of `$and` and `$or` in a condition. */
export const MAX_CONDITION_DEPTH = 50;

/**
 * Parses the `condition` of an `if`: `{"$and": [{"{{fetch.result.status}}": {"$eq": 200}}]}`.
 * Undefined when anything is wrong; every problem has been reported then.
 */
export function parseIfCondition(value: Json, onProblem: OnProblem): Condition | undefined {
  return parseCondition(value, templateLeft, onProblem);
}

/** Parses the `filter` of a `filter` node, whose keys are fields of the item: `{"$and": [{"state": {"$eq": "open"}}]}`. */
export function parseFilterCondition(value: Json, onProblem: OnProblem): Condition | undefined {
  return parseCondition(value, fieldLeft, onProblem);
}

function parseCondition(
  value: Json,
  parseLeft: ParseLeft,
  onProblem: OnProblem,
): Condition | undefined {
  let problems = 0;
  const report: OnProblem = (path, message) => {
    problems += 1;
    onProblem(path, message);
  };
  const condition = new ConditionParser(parseLeft, report).top(value);
  return problems === 0 ? condition : undefined;
}

class ConditionParser {
  constructor(
    private readonly parseLeft: ParseLeft,
    private readonly report: OnProblem,
  ) {}

  top(value: Json): Condition | undefined {
    if (!isJsonObject(value)) {
      this.report([], 'A condition is an object: {"$and": [ ... ]} or {"$or": [ ... ]}.');
      return undefined;
    }
    const keys = Object.keys(value);
    const [key] = keys;
    if (keys.length === 1 && (key === '$and' || key === '$or')) return this.group(key, value, []);
    if (keys.length === 0 || keys.includes('$and') || keys.includes('$or')) {
      this.report(
        [],
        'At the top of a condition stands exactly one of `$and` and `$or`. Put the others inside its list.',
      );
      return undefined;
    }
    const comparison = key !== undefined && operatorNamed(key) ? turnRound(key, value[key]) : value;
    this.report(
      [],
      `A comparison can't stand alone at the top of a condition. Write ${show({ $and: [comparison] })}.`,
    );
    return undefined;
  }

  private group(key: '$and' | '$or', holder: JsonObject, path: string[]): Condition | undefined {
    const here = [...path, key];
    const list = holder[key];
    if (!Array.isArray(list)) {
      this.report(here, `\`${key}\` takes a list: {"${key}": [ ... ]}.`);
      return undefined;
    }
    if (list.length === 0) {
      this.report(here, `\`${key}\` needs at least one comparison.`);
    }
    if (path.length >= 2 * MAX_CONDITION_DEPTH) {
      this.report(here, `A condition has at most ${MAX_CONDITION_DEPTH} levels.`);
      return undefined;
    }
    const parts = list.map((item, index) => this.element(item, [...here, String(index)]));
    return {
      kind: key === '$and' ? 'and' : 'or',
      conditions: parts.filter((part) => part !== undefined),
    };
  }

  /** One member of a list. Several keys or operators in it must all hold. */
  private element(value: Json, path: string[]): Condition | undefined {
    if (!isJsonObject(value) || Object.keys(value).length === 0) {
      this.report(path, 'A comparison is an object: {"<left>": {"$eq": <right>}}.');
      return undefined;
    }
    const parts = Object.entries(value).flatMap(([key, child]) => {
      if (key === '$and' || key === '$or') return [this.group(key, value, path)];
      return this.comparisons(key, child, path);
    });
    return all(parts.filter((part) => part !== undefined));
  }

  private comparisons(key: string, value: Json, path: string[]): (Condition | undefined)[] {
    const here = [...path, key];
    if (operatorNamed(key) !== undefined) {
      this.report(
        here,
        `An operator stands right of what it compares: ${show(turnRound(key, value))}.`,
      );
      return [];
    }
    const left = this.parseLeft(key, here, this.report);
    if (!isJsonObject(value) || Object.keys(value).length === 0) {
      this.report(here, `The right side needs an operator: {"$eq": ${show(value)}}.`);
      return [];
    }
    return Object.entries(value).map(([name, right]) => this.comparison(left, name, right, here));
  }

  private comparison(
    left: Left | undefined,
    name: string,
    value: Json,
    path: string[],
  ): Condition | undefined {
    const here = [...path, name];
    const operator = operatorNamed(name);
    if (operator === undefined) {
      this.report(here, `\`${shorten(name)}\` is no operator. ${suggestOperator(name)}`);
      return undefined;
    }
    const right = parseTemplate(value, (below, message) => {
      this.report([...here, ...below], message);
    });
    this.checkRight(operator, right, here);
    return left && { kind: 'comparison', left, operator, right };
  }

  private checkRight(operator: string, right: Template, path: string[]): void {
    if (right.kind === 'expression') return;
    const isList = right.kind === 'array' || (right.kind === 'value' && Array.isArray(right.value));
    if ((operator === '$in' || operator === '$nin') && !isList) {
      this.report(path, `\`${operator}\` needs a list, or an expression that gives one.`);
    }
    const isBoolean = right.kind === 'value' && typeof right.value === 'boolean';
    if ((operator === '$exists' || operator === '$notExists') && !isBoolean) {
      this.report(path, `\`${operator}\` needs true or false.`);
    }
  }
}

function all(conditions: Condition[]): Condition | undefined {
  return conditions.length > 1 ? { kind: 'and', conditions } : conditions[0];
}

/** The older `{"$gt": [left, right]}` as it is written now. */
function turnRound(operator: string, value: Json | undefined): JsonObject {
  const [left, right = null] = Array.isArray(value) ? value : [];
  return { [typeof left === 'string' ? left : '<left>']: { [operator]: right } };
}

function show(value: Json): string {
  return shorten(JSON.stringify(value));
}
