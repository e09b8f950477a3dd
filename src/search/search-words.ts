/** Words that a query may have; more make it no better. */
const MAX_WORDS = 16;

/** The punctuation that parts words, as `search_words` in the database has it. */
const PARTS = /[\s!-/:-@[-`{-~]+/;

/** The words of a text, in lower case, each once. */
export function wordsOf(text: string): string[] {
  const words = text
    .toLowerCase()
    .split(PARTS)
    .filter((word) => word !== '');
  return [...new Set(words)];
}

/** A query for PostgreSQL's `to_tsquery`: all words, each as the beginning of one. Undefined without a word. */
export function prefixQuery(text: string): string | undefined {
  const words = wordsOf(text).slice(0, MAX_WORDS);
  return words.length === 0 ? undefined : words.map((word) => `'${word}':*`).join(' & ');
}
