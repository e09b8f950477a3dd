import { prefixQuery, wordsOf } from './search-words';

describe('words of a search', () => {
  it.each([
    ['Order  report', ['order', 'report']],
    ["it's order.created@x-y", ['it', 's', 'order', 'created', 'x', 'y']],
    ['a A a', ['a']],
    ['Größe 注文', ['größe', '注文']],
    [' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ ', []],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('make a query that holds nothing else', () => {
    expect(prefixQuery("x' | !y:*")).toBe("'x':* & 'y':*");
    expect(prefixQuery(' & ')).toBeUndefined();
    const many = Array.from({ length: 30 }, (_, at) => `w${at}`).join(' ');
    expect(prefixQuery(many)?.split(' & ')).toHaveLength(16);
  });
});
