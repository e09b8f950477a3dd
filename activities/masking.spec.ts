import type { JsonObject } from '../definition/json';
import { maskInput } from './masking';

describe('maskInput', () => {
  it('masks by name, by key and by reference, at any depth', () => {
    const input: JsonObject = {
      url: 'https://example.com',
      headers: { Authorization: 'Bearer x', accept: '*/*', 'x-api-key': { $secret: 'sec_1' } },
      list: [{ password: 'p', name: 'n' }],
      body: { inner: { pin: '1234', pan: '5678' } },
      anything: { $secret: 'sec_2' },
    };
    expect(maskInput(input, ['body.inner.pin'])).toEqual({
      url: 'https://example.com',
      headers: { Authorization: '***', accept: '*/*', 'x-api-key': '***' },
      list: [{ password: '***', name: 'n' }],
      body: { inner: { pin: '***', pan: '5678' } },
      anything: '***',
    });
  });

  it('masks everything under a key, whatever its case', () => {
    expect(maskInput({ Headers: { a: '1', b: ['2'] } }, ['headers'])).toEqual({ Headers: '***' });
  });

  it('knows more names of headers than of other keys', () => {
    const input: JsonObject = { headers: { 'X-Auth': 'x' }, 'X-Auth': 'y', key: 'z' };
    expect(maskInput(input, [])).toEqual({ ...input, headers: { 'X-Auth': '***' } });
  });

  it('reaches through lists', () => {
    const input: JsonObject = { rows: [{ pin: '1' }, { pin: '2', id: 3 }] };
    expect(maskInput(input, ['rows.pin'])).toEqual({
      rows: [{ pin: '***' }, { pin: '***', id: 3 }],
    });
  });

  it('shows that a secret is missing', () => {
    expect(maskInput({ password: null }, [])).toEqual({ password: null });
  });

  it('leaves its argument as it was, and copies any key', () => {
    const input = JSON.parse('{"__proto__":{"password":"p"},"constructor":"c"}') as JsonObject;
    const masked = maskInput(input, []);
    expect(JSON.stringify(masked)).toBe('{"__proto__":{"password":"***"},"constructor":"c"}');
    expect(JSON.stringify(input)).toBe('{"__proto__":{"password":"p"},"constructor":"c"}');
  });
});
