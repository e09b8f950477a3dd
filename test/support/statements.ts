import { Client } from 'pg';

/** What goes on by itself, whatever is asked: on a timer, or once a minute. */
const BACKGROUND: readonly RegExp[] = [
  /^INSERT INTO "?api_requests"?/,
  // Refusals, once a second; what changes something is noted by it too, and settled by an UPDATE.
  /^INSERT INTO audit_entries /,
  /^UPDATE "?api_keys"? SET "?last_used_at"?/,
  /^(UN)?LISTEN /,
  /^SELECT weft_fold_run_counts\(/,
  /^SELECT organization_id AS id FROM cu_accounts WHERE monthly_cu IS NOT NULL/,
];

type Query = (this: Client, ...parameters: unknown[]) => unknown;

/** Notes the text of every statement that this process sends to PostgreSQL. */
export class StatementWatch {
  private readonly texts: string[] = [];
  private readonly send: Query;

  constructor() {
    const { texts } = this;
    const send = Reflect.get(Client.prototype, 'query') as Query;
    this.send = send;
    Client.prototype.query = function (this: Client, ...parameters: unknown[]): unknown {
      const text = textOf(parameters[0]);
      if (text !== undefined && !BACKGROUND.some((one) => one.test(text))) texts.push(text);
      return send.apply(this, parameters);
    } as Client['query'];
  }

  /** What is sent while something is done, in order. */
  async during<T>(act: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
    const from = this.texts.length;
    const result = await act();
    return { result, statements: this.texts.slice(from) };
  }

  /** Each text once. */
  all(): string[] {
    return [...new Set(this.texts)];
  }

  stop(): void {
    Client.prototype.query = this.send as Client['query'];
  }
}

function textOf(query: unknown): string | undefined {
  const text = typeof query === 'object' && query !== null ? (query as Config).text : query;
  return typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : undefined;
}

interface Config {
  text?: unknown;
}

/** Words that may follow a table where its alias would stand. */
const NO_ALIAS = new Set([
  ...['where', 'set', 'on', 'using', 'join', 'left', 'inner', 'cross', 'order', 'group', 'limit'],
  ...['values', 'select', 'returning', 'for', 'union', 'full', 'right', 'having', 'default'],
]);

/**
 * Tables of organizations that a statement touches without saying of which organization: their `organization_id` is
 * compared neither with a parameter nor with that of another table that is.
 */
export function undividedTables(statement: string, tables: ReadonlySet<string>): string[] {
  const text = statement.replaceAll('"', '').toLowerCase();
  const bound = boundNames(text);
  const places = /\b(from|join|update|into|using)\s+(?:only\s+)?(\w+)(?:\s+(?:as\s+)?(\w+))?/g;
  return [...text.matchAll(places)].flatMap(([, verb, table = '', next = '']) => {
    if (!tables.has(table)) return [];
    if (verb === 'into') return /\(\s*organization_id\b/.test(text) ? [] : [table];
    const name = next === '' || NO_ALIAS.has(next) ? table : next;
    const isAlone = !new RegExp(`\\b${name}\\.organization_id\\b`).test(text);
    return bound.has(name) || (isAlone && bound.has('')) ? [] : [table];
  });
}

/** Names of tables whose organization is a parameter, or that of such a table; empty for a column without a name. */
function boundNames(text: string): Set<string> {
  const column = String.raw`(?:\b(\w+)\.|(?<![.\w]))organization_id`;
  const parameter = String.raw`(?:any\s*\(\s*)?\(?\s*\$\d+`;
  const given = [
    `${column}\\s*(?:=|in)\\s*${parameter}`,
    `${parameter}(?:::\\w+)?\\s*=\\s*${column}`,
  ];
  const bound = new Set(
    given.flatMap((one) => [...text.matchAll(new RegExp(one, 'g'))].map(([, name = '']) => name)),
  );
  // Rows that are compared name it first.
  for (const [, name = ''] of text.matchAll(
    /\((?:(\w+)\.)?organization_id\s*,[^)]*\)\s*(?:=|in\b)/g,
  )) {
    bound.add(name);
  }
  const links = [
    ...text.matchAll(/\b(\w+)\.organization_id\s*=\s*(\w+)\.(?:organization_id|id)\b/g),
    ...text.matchAll(/\b(\w+)\.id\s*=\s*(\w+)\.organization_id\b/g),
  ];
  for (let size = -1; size !== bound.size;) {
    size = bound.size;
    for (const [, one = '', other = ''] of links) {
      if (bound.has(one)) bound.add(other);
      else if (bound.has(other)) bound.add(one);
    }
  }
  return bound;
}
