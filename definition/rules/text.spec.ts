import { didYouMean, nearest, oneOf, quote } from './text';

describe('quote', () => {
  it('puts a name between backticks and cuts what is longer than 80', () => {
    expect(quote('a')).toBe('`a`');
    expect(quote('x'.repeat(80))).toBe(`\`${'x'.repeat(80)}\``);
    expect(quote('x'.repeat(81))).toBe(`\`${'x'.repeat(80)}...\``);
  });
});

describe('oneOf', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a or b'],
    [['a', 'b', 'c'], 'a, b or c'],
  ])('%j', (names, text) => {
    expect(oneOf(names)).toBe(text);
  });
});

describe('nearest', () => {
  it.each([
    ['loop_body', 'loopBody'],
    ['LOOPBODY', 'loopBody'],
    ['loop body', 'loopBody'],
    ['loop.body', 'loopBody'],
    ['loopBdy', 'loopBody'],
    ['loopBoddy', 'loopBody'],
    ['lopBoy', 'loopBody'],
    ['lopoBody', 'loopBody'],
    ['oolpBody', 'loopBody'],
    ['xoopBodx', 'loopBody'],
    ['childern', 'children'],
    ['chidlrne', 'children'],
    ['tpye', 'type'],
    ['typo', 'type'],
  ])('%s is meant as %s', (name, meant) => {
    expect(nearest(name, ['children', 'loopBody', 'type'])).toBe(meant);
  });

  it.each(['lpBdy', 'xxopBodx', 'ty', 'tp', 'ab', '', 'completely-different', 'childrenABC'])(
    '%j is like none',
    (name) => {
      expect(nearest(name, ['children', 'loopBody', 'type'])).toBeUndefined();
    },
  );

  it('allows one letter in three, and at most two', () => {
    expect(nearest('ab', ['ac'])).toBeUndefined();
    expect(nearest('abc', ['abd'])).toBe('abd');
    expect(nearest('abcde', ['abcxy'])).toBeUndefined();
    expect(nearest('abcdef', ['abcdxy'])).toBe('abcdxy');
    expect(nearest('abcdefghijkl', ['abcdefghixyz'])).toBeUndefined();
  });

  it('takes the nearest, and the first of those that are equally near', () => {
    expect(nearest('fetch_3', ['fetxh_9', 'fetch_1', 'fetch_2'])).toBe('fetch_1');
    expect(nearest('fetch_3', ['fetch_12', 'fetch_2'])).toBe('fetch_2');
  });

  it('prefers a name that differs only in case and signs', () => {
    expect(nearest('time_out', ['timeout_', 'time-out'])).toBe('timeout_');
    expect(nearest('timeOut', ['timexut', 'time_out'])).toBe('time_out');
  });

  it('is at home in long names too', () => {
    const long = 'abcdefgh'.repeat(8);
    expect(nearest(`${long}x`, [`y${long}`, long])).toBe(long);
  });
});

describe('didYouMean', () => {
  it('is a sentence, or nothing', () => {
    expect(didYouMean('chldren', ['children'])).toBe(' Did you mean `children`?');
    expect(didYouMean('other', ['children'])).toBe('');
    expect(didYouMean('other', [])).toBe('');
  });
});
