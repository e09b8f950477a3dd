import { toySpec } from '../../definition/rules/toy-catalog';
import { searchCatalog, similarInCatalog } from './catalog-search';

const post = toySpec('send-post', {
  title: 'Send a post',
  tags: ['http'],
  description: 'To a URL.',
});
const get = toySpec('get', { title: 'Read a page', tags: ['http'], description: 'From a URL.' });
const note = toySpec('note', { title: 'Note', tags: ['text'], description: 'Sends nothing.' });
const all = [post, get, note];
const found = (query: string): string[] => searchCatalog(all, query).map(({ spec }) => spec.type);

it('finds what has all words, by their beginnings, the title before the rest', () => {
  expect(found('sen')).toEqual(['send-post', 'note']);
  expect(found('HTTP url')).toEqual(['get', 'send-post']);
  expect(found('http note')).toEqual([]);
  expect(found('ost')).toEqual([]);
  expect(found('--')).toEqual([]);
});

it('finds what shares rare words', () => {
  const [first, second, third] = similarInCatalog(all, post);
  expect(first?.spec).toBe(get);
  expect(second?.spec).toBe(note);
  expect(third).toBeUndefined();
  expect(first?.score).toBeGreaterThan(second?.score ?? 1);
});
