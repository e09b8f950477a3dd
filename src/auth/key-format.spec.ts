import { generateKey, hashToken, isWellFormedKey, shownPrefix } from './key-format';

describe('API keys', () => {
  it('are b3sk_, 27 characters of secret and 6 of checksum', () => {
    expect(generateKey()).toMatch(/^b3sk_[0-9A-Za-z]{33}$/);
  });

  it('are well-formed when generated and never the same', () => {
    const keys = Array.from({ length: 200 }, generateKey);
    expect(keys.filter((key) => !isWellFormedKey(key))).toEqual([]);
    expect(new Set(keys).size).toBe(200);
  });

  it('keep their format: this key was made by the first release', () => {
    expect(isWellFormedKey(`b3sk_${'0'.repeat(27)}2MvMGi`)).toBe(true);
  });

  it('are refused with any one character changed', () => {
    const key = generateKey();
    for (let index = 5; index < key.length; index += 1) {
      const other = key[index] === 'a' ? 'b' : 'a';
      expect(isWellFormedKey(key.slice(0, index) + other + key.slice(index + 1))).toBe(false);
    }
  });

  it.each(['', 'b3sk_', 'B3SK_x', 'b3sk_' + 'a'.repeat(32), 'b3sk_' + 'a'.repeat(34), 'b3sk_\0'])(
    'refuses %j',
    (text) => {
      expect(isWellFormedKey(text)).toBe(false);
    },
  );

  it('hashes to 32 bytes of SHA-256', () => {
    expect(hashToken('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('shows six characters of the secret', () => {
    expect(shownPrefix('b3sk_ABCDEFGHIJ')).toBe('b3sk_ABCDEF');
  });
});
