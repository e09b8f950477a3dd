import type { NodeSpec } from '../../definition/catalog';
import { wordsOf } from './search-words';

export interface CatalogHit {
  spec: NodeSpec;
  score: number;
}

/** What one word counts, by where it stands: as the weights A, B and C of PostgreSQL's `ts_rank`. */
const WEIGHTS = { title: 0.608, label: 0.243, description: 0.122 };

/** By word: the most that it counts. */
type Weighted = Map<string, number>;

/** The catalog is small and in memory, so it is looked through as a whole. All words must begin a word of the entry. */
export function searchCatalog(specs: Iterable<NodeSpec>, query: string): CatalogHit[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  return ranked(specs, (spec) => {
    const known = [...weigh(spec)];
    let score = 0;
    for (const word of wanted) {
      const weights = known.flatMap(([one, weight]) => (one.startsWith(word) ? [weight] : []));
      if (weights.length === 0) return 0;
      score += Math.max(...weights);
    }
    return score / wanted.length;
  });
}

/** Entries that share words with another one; those that many have count less. */
export function similarInCatalog(specs: readonly NodeSpec[], to: NodeSpec): CatalogHit[] {
  const weighed = new Map(specs.map((spec) => [spec, weigh(spec)]));
  const own = weigh(to);
  const rarity = (word: string): number => {
    const having = [...weighed.values()].filter((words) => words.has(word)).length;
    return 1 - having / (specs.length + 1);
  };
  const most = sum([...own].map(([word, weight]) => weight * rarity(word)));
  const others = specs.filter((spec) => spec !== to);
  return ranked(others, (spec) => {
    const words = weighed.get(spec) ?? new Map<string, number>();
    const shared = [...own].map(
      ([word, weight]) => Math.min(weight, words.get(word) ?? 0) * rarity(word),
    );
    return most === 0 ? 0 : sum(shared) / most;
  });
}

function ranked(specs: Iterable<NodeSpec>, scoreOf: (spec: NodeSpec) => number): CatalogHit[] {
  return [...specs]
    .map((spec) => ({ spec, score: scoreOf(spec) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.spec.type < b.spec.type ? -1 : 1));
}

function weigh({ type, title, tags, category, description }: NodeSpec): Weighted {
  const words: Weighted = new Map();
  for (const word of wordsOf(description)) words.set(word, WEIGHTS.description);
  for (const word of wordsOf([...tags, category].join(' '))) words.set(word, WEIGHTS.label);
  for (const word of wordsOf(`${title} ${type}`)) words.set(word, WEIGHTS.title);
  return words;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
