import { Sealer, UnsealError } from './sealer';

const OLD = { id: 'old', key: Buffer.alloc(32, 1) };
const NEW = { id: 'new', key: Buffer.alloc(32, 2) };

describe('Sealer', () => {
  const sealer = new Sealer([OLD]);

  it.each(['', 'Bearer abc', 'ü\u0000\n'.repeat(10_000)])('gives back what was sealed', (text) => {
    expect(sealer.unseal(sealer.seal(text, 'org_1/sec_1'), 'org_1/sec_1')).toBe(text);
  });

  it('does not show the text, nor twice the same bytes', () => {
    const first = sealer.seal('a secret value', 'c');
    expect(first.includes('secret')).toBe(false);
    expect(first.equals(sealer.seal('a secret value', 'c'))).toBe(false);
  });

  it('seals with the first key and unseals with all', () => {
    const sealed = sealer.seal('x', 'c');
    const rotated = new Sealer([NEW, OLD]);
    expect(rotated.keyId).toBe('new');
    expect(rotated.unseal(sealed, 'c')).toBe('x');
    expect(() => sealer.unseal(rotated.seal('x', 'c'), 'c')).toThrow(
      new UnsealError('The key "new" that sealed the value is not in WEFT_ENCRYPTION_KEY.'),
    );
  });

  it('refuses the value in another place', () => {
    const sealed = sealer.seal('x', 'org_1/sec_1');
    expect(() => sealer.unseal(sealed, 'org_2/sec_1')).toThrow(UnsealError);
  });

  it('refuses a value with any byte changed or cut off', () => {
    const sealed = sealer.seal('secret', 'c');
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => sealer.unseal(changed, 'c')).toThrow(UnsealError);
      expect(() => sealer.unseal(sealed.subarray(0, index), 'c')).toThrow(UnsealError);
    }
  });

  it('needs a key', () => {
    expect(() => new Sealer([])).toThrow('There is no key to seal with.');
  });
});
