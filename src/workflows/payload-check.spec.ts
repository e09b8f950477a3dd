import type { JsonObject } from '../../definition/json';
import { checkPayload } from './payload-check';

const schema: JsonObject = {
  type: 'object',
  required: ['url'],
  properties: {
    url: { type: 'string', format: 'uri' },
    timeout: { type: 'number', maximum: 10 },
    method: { enum: ['GET', 'POST'] },
    target: { oneOf: [{ type: 'number' }, { type: 'object', required: ['id'] }] },
    list: { type: 'array', items: { type: 'number' } },
  },
  additionalProperties: false,
};
const check = (payload: Parameters<typeof checkPayload>[1]): unknown =>
  checkPayload('x', payload, schema);

describe('checkPayload', () => {
  it('tells what does not fit', () => {
    expect(check({ timeout: 11, method: 'PUT', extra: 1 })).toEqual([
      { field: 'url', message: 'is required' },
      { field: 'extra', message: 'is not known' },
      { field: 'timeout', message: 'must be <= 10' },
      { field: 'method', message: 'must be equal to one of the allowed values: GET, POST' },
    ]);
  });

  it('takes an expression for any value', () => {
    const e = '{{$trigger.x}}';
    const payload = { url: e, timeout: e, method: `${e}T`, target: { id: e }, list: [1, e] };
    expect(check(payload)).toEqual([]);
    expect(check({ url: 'http://a.b', list: e, target: { x: e } })).toEqual([]);
  });

  it('takes a reference to a secret for any value', () => {
    expect(check({ url: { $secret: 'sec_1' }, method: { $secret: 'sec_2' } })).toEqual([]);
  });

  it('tells what is wrong beside an expression', () => {
    expect(check({ url: 'http://a.b', list: ['no', '{{$item}}'] })).toEqual([
      { field: 'list.0', message: 'must be number' },
    ]);
  });
});
