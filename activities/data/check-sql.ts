/** Characters of a statement. */
export const MAX_SQL_LENGTH = 10_000;

/** First words of what may be done, with what must follow some of them. */
const ALLOWED: ReadonlyMap<string, RegExp | undefined> = new Map([
  ['SELECT', undefined],
  ['VALUES', undefined],
  ['WITH', undefined],
  ['INSERT', undefined],
  ['REPLACE', undefined],
  ['UPDATE', undefined],
  ['DELETE', undefined],
  ['EXPLAIN', undefined],
  ['CREATE', /^(TABLE|UNIQUE|INDEX|VIEW|TRIGGER)$/],
  ['DROP', /^(TABLE|INDEX|VIEW|TRIGGER)$/],
  ['ALTER', /^TABLE$/],
]);

/** What leads out of the database, or to what Weft keeps in it: in whatever quotes, as a table or a function. */
const FORBIDDEN =
  /^(load_extension|fts3_tokenizer|readfile|writefile|edit|sqlite_dbpage|zipfile|fsdir|weft_\w*|pragma_\w*)$/i;

/** How a statement begins that makes something for its connection alone, by its first signs and words. */
const MAKES_TEMPORARY =
  /^CREATE (TEMP|TEMPORARY|(UNIQUE )?(TABLE|INDEX|VIEW|TRIGGER) (IF NOT EXISTS )?TEMP \.)( |$)/;
const HEAD_LENGTH = 8;

/** A comment, a text, a quoted name, a word or any other sign. */
const TOKEN =
  /\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|('(?:[^']|'')*'?|[xX]'[^']*'?)|("(?:[^"]|"")*"?|`(?:[^`]|``)*`?|\[[^\]]*\]?)|([\p{L}_][\p{L}\p{N}_$]*)|([\s\S])/gu;

/**
 * Why a statement is not carried out, or undefined when it may be. One statement, of a kind that stays in
 * the database: no ATTACH, PRAGMA or VACUUM INTO, no extensions, no transactions of its own.
 */
export function sqlProblem(sql: string): string | undefined {
  if (sql.length > MAX_SQL_LENGTH) return `A statement has at most ${MAX_SQL_LENGTH} characters.`;
  if (sql.includes('\0')) return 'A statement has no NUL character.';
  const head: string[] = [];
  const words: string[] = [];
  let ended = false;
  let inTrigger = false;
  for (const [, text, quoted, word, sign] of sql.matchAll(TOKEN)) {
    if (text === undefined && quoted === undefined && word === undefined && sign === undefined)
      continue;
    if (ended) return 'Send one statement at a time.';
    // Single quotes are names as well where SQLite can make no text of them.
    const name = word ?? (quoted ?? text)?.replace(/^[xX]?["'`[]|["'`\]]$/g, '');
    if (name !== undefined && FORBIDDEN.test(name)) return `\`${name}\` is not allowed.`;
    if (head.length < HEAD_LENGTH) head.push((name ?? sign ?? '').toUpperCase());
    if (word !== undefined && words.length < 4) words.push(word.toUpperCase());
    if (words[0] === 'CREATE' && words.includes('TRIGGER')) inTrigger = true;
    // The statements of a trigger are between BEGIN and END, each with its semicolon.
    if (sign === ';' && !inTrigger) ended = true;
  }
  if (MAKES_TEMPORARY.test(head.join(' '))) {
    return 'Nothing temporary is made: each statement has a connection of its own, with which it would be gone. Leave `TEMP` out.';
  }
  return kindProblem(words);
}

function kindProblem([first, second = '']: readonly string[]): string | undefined {
  if (first === undefined) return 'There is no statement.';
  if (!ALLOWED.has(first)) {
    return `\`${first}\` is not allowed. A statement starts with ${[...ALLOWED.keys()].join(', ')}.`;
  }
  const follows = ALLOWED.get(first);
  if (follows === undefined || follows.test(second)) return undefined;
  return `\`${first} ${second}\` is not allowed.`;
}

/** Whether the statement needs no more than to read: what starts with `SELECT ` and nothing else. */
export function onlyReads(sql: string): boolean {
  return sql.trim().toUpperCase().startsWith('SELECT ');
}
