import type { ComparisonOperator } from '../expression/ast';
import { COMPARISONS } from './compare';

const SYNONYMS = new Map<string, ComparisonOperator>([['$notIn', '$nin']]);

/** What authors write when they mean an operator, without signs and in lower case. */
const MEANT = new Map<string, ComparisonOperator>([
  ['=', '$eq'],
  ['==', '$eq'],
  ['===', '$eq'],
  ['equals', '$eq'],
  ['equal', '$eq'],
  ['is', '$eq'],
  ['!=', '$ne'],
  ['!==', '$ne'],
  ['neq', '$ne'],
  ['not', '$ne'],
  ['notequals', '$ne'],
  ['notequal', '$ne'],
  ['>', '$gt'],
  ['greaterthan', '$gt'],
  ['>=', '$gte'],
  ['ge', '$gte'],
  ['greaterthanorequal', '$gte'],
  ['<', '$lt'],
  ['lessthan', '$lt'],
  ['<=', '$lte'],
  ['le', '$lte'],
  ['lessthanorequal', '$lte'],
  ['notin', '$nin'],
  ['includes', '$contains'],
  ['notincludes', '$notContains'],
  ['isnotnull', '$exists'],
  ['isnull', '$notExists'],
  ...Object.keys(COMPARISONS)
    .filter(isOperator)
    .map((operator): [string, ComparisonOperator] => [plain(operator), operator]),
]);

/** The operator of that name, `$notIn` being `$nin`; undefined when there is none. */
export function operatorNamed(name: string): ComparisonOperator | undefined {
  return SYNONYMS.get(name) ?? (isOperator(name) ? name : undefined);
}

/** A sentence that says what to write instead of a name that is no operator. */
export function suggestOperator(name: string): string {
  const meant = MEANT.get(plain(name));
  return meant === undefined
    ? `Operators are ${Object.keys(COMPARISONS).join(', ')}.`
    : `Did you mean \`${meant}\`?`;
}

function isOperator(name: string): name is ComparisonOperator {
  return Object.hasOwn(COMPARISONS, name);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[$_\s-]/g, '');
}
