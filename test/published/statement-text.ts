/** A table, common table expression, subquery or function that rows of a statement come from or go to. */
export interface Source {
  /** Empty for a subquery. */
  name: string;
  alias: string;
  scope: number;
  verb: 'from' | 'into' | 'update';
}

/** One SELECT, INSERT, UPDATE or DELETE has a scope of its own: what it names is seen from those inside it only. */
export interface Scopes {
  at(position: number): number;
  parentOf(scope: number): number | undefined;
}

/** Words that may follow a table where its alias would stand. */
const NO_ALIAS = new Set([
  ...['where', 'set', 'on', 'using', 'join', 'left', 'inner', 'cross', 'order', 'group', 'limit'],
  ...['values', 'select', 'returning', 'for', 'union', 'full', 'right', 'having', 'default'],
  ...['offset', 'window', 'with', 'natural', 'except', 'tablesample', 'when', 'then', 'and', 'or'],
]);

/** Without comments, literals and quotes, in lower case and with single spaces. */
export function plainText(statement: string): string {
  return statement
    .replace(/--[^\n]*/g, ' ')
    .replace(/'(?:[^']|'')*'/g, "''")
    .replaceAll('"', '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Where what is opened at a position is closed. */
export function closingOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}

/** What stands between commas, outside of brackets. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '(' || text[at] === '[') depth++;
    else if (text[at] === ')' || text[at] === ']') depth--;
    else if (at === text.length || (text[at] === ',' && depth === 0)) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return parts;
}

export function scopesOf(text: string): Scopes {
  const scopes: number[] = [];
  const parents: (number | undefined)[] = [undefined];
  const open = [0];
  const isQuery = /^\( ?(?:select|insert|update|delete|with)\b/;
  const isNext = /^(?:union|except|intersect)\b/;
  for (let at = 0; at < text.length; at++) {
    const scope = open.at(-1) ?? 0;
    if (text[at] === '(') {
      const opened = isQuery.test(text.slice(at, at + 12)) ? parents.push(scope) - 1 : scope;
      open.push(opened);
    } else if (text[at] === ')') {
      open.pop();
    } else if (text[at - 1] === ' ' && isNext.test(text.slice(at, at + 10))) {
      open[open.length - 1] = parents.push(parents[scope]) - 1;
    }
    scopes.push(open.at(-1) ?? 0);
  }
  return { at: (position) => scopes[position] ?? 0, parentOf: (scope) => parents[scope] };
}

export function sourcesOf(text: string, scopes: Scopes): Source[] {
  const sources: Source[] = [];
  for (const { 0: found, 1: verb = '', index } of text.matchAll(
    /(?<!\b(?:for|do|key|distinct) )\b(from|join|using|update|into) /g,
  )) {
    let at = index + found.length;
    for (let goesOn = true; goesOn;) {
      const scope = scopes.at(index);
      const item = itemAt(text, at);
      if (item === undefined) break;
      const kind = verb === 'into' || verb === 'update' ? verb : 'from';
      sources.push({ name: item.name, alias: item.alias, scope, verb: kind });
      goesOn = verb !== 'into' && text.startsWith(', ', item.end);
      at = item.end + 2;
    }
  }
  return sources;
}

/** One item of a FROM list, and where it ends. */
function itemAt(
  text: string,
  start: number,
): { name: string; alias: string; end: number } | undefined {
  const [skipped = '', name = ''] = /^(?:only |lateral )*(\w*)/.exec(text.slice(start)) ?? [];
  let end = start + skipped.length;
  const isCall = text[end] === '(' || (name !== '' && text.startsWith(' (', end));
  const isColumns = name !== '' && text.startsWith(' (', end);
  if (name === '' && text[end] !== '(') return undefined;
  if (isCall && !isColumns) end = closingOf(text, end) + 1;
  const rest = /^(?: with ordinality)?(?: as)? (\w+)/.exec(text.slice(end));
  const word = rest?.[1] ?? '';
  const hasAlias = rest !== null && !NO_ALIAS.has(word);
  if (hasAlias) end += rest[0].length;
  const columns = /^ ?\(/.exec(text.slice(end));
  if (hasAlias && columns !== null) end = closingOf(text, end + columns[0].length - 1) + 1;
  const isTable = !isCall || isColumns;
  return { name: isTable ? name : '', alias: hasAlias ? word : isTable ? name : '', end };
}
