import { changedFields } from './changed-fields';

describe('changedFields', () => {
  it('shows short plain values', () => {
    const body = { name: 'w', limit: 3, on: false, reason: null, permissions: ['a', 'b'] };
    expect(changedFields(body)).toEqual(body);
  });

  it.each([
    ['password', 'x'],
    ['newPassword', 'x'],
    ['clientSecret', 'x'],
    ['token', 'x'],
    ['apiKey', 'x'],
    ['authorization', 'x'],
    ['value', 'x'],
    ['payload', { a: 1 }],
    ['definition', { nodes: {} }],
    ['list', [{ a: 1 }]],
    ['long', 'x'.repeat(201)],
  ])('says only that %s was sent', (name, value) => {
    expect(changedFields({ [name]: value })).toEqual({ [name]: '(sent)' });
  });

  it('takes any name', () => {
    const changes = changedFields(JSON.parse('{"__proto__": 1, "constructor": 2}'));
    expect(JSON.stringify(changes)).toBe('{"__proto__":1,"constructor":2}');
  });

  it.each([[undefined], [null], [[]], ['x'], [{}]])('has nothing to say of %j', (body) => {
    expect(changedFields(body)).toBeNull();
  });
});
