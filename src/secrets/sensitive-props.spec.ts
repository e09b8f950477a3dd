import type { JsonObject } from '../../definition/json';
import { hideSensitiveProps } from './sensitive-props';

describe('hideSensitiveProps', () => {
  it('takes the values of sensitive props away and leaves all else', () => {
    const definition = { nodes: {}, props: { token: 's3cret', url: 'x' } };
    expect(hideSensitiveProps({ ...definition, sensitivePropKeys: ['token', 'none'] })).toEqual({
      nodes: {},
      props: { token: '***', url: 'x' },
      sensitivePropKeys: ['token', 'none'],
    });
  });

  it.each<JsonObject>([
    { nodes: {} },
    { props: { token: 's3cret' } },
    { props: { token: 's3cret' }, sensitivePropKeys: ['url'] },
    { props: { token: '***' }, sensitivePropKeys: ['token'] },
    { props: null, sensitivePropKeys: ['token'] },
  ])('gives back what has none: %j', (definition) => {
    expect(hideSensitiveProps(definition)).toBe(definition);
  });
});
