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
      { field: 'extra', message: 'is not known: leave it out' },
      { field: 'timeout', message: 'must be <= 10' },
      { field: 'method', message: 'must be one of GET, POST' },
    ]);
  });

  it('leaves a choice open that an expression or a secret is part of', () => {
    const url = 'http://a.b';
    const e = '{{$trigger.x}}';
    expect(check({ url, method: e })).toEqual([]);
    expect(check({ url, target: { x: e } })).toEqual([]);
    expect(check({ url, target: { x: { $secret: 'sec_1' } } })).toEqual([]);
    expect(check({ url, target: 'no' })).toHaveLength(3);
  });
});
