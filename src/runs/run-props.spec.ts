import { parseTemplate } from '../../definition/expression/template';
import type { JsonObject } from '../../definition/json';
import type { PlanNode } from '../../definition/plan/types';
import { ApiError } from '../common/errors';
import { propsOf } from './run-props';

const kept = (payload: JsonObject, given: JsonObject, sensitivePropKeys?: string[]): JsonObject => {
  const node = { payload: parseTemplate(payload, () => undefined) } as PlanNode;
  const definition = { nodes: {}, ...(sensitivePropKeys && { sensitivePropKeys }) };
  return propsOf({ definition, plan: { format: 1, nodes: [node] } }, given);
};

describe('propsOf', () => {
  it('keeps what is read, and nothing else', () => {
    const payload = { url: '{{$props.url}}', note: '{{$props.gone}}' };
    expect(kept(payload, { url: 'x', token: 's3cret' })).toEqual({ url: 'x' });
    expect(kept({ all: '{{$props}}' }, { url: 'x', a: null })).toEqual({ url: 'x', a: null });
  });

  it('refuses what is sensitive and read, by name', () => {
    const refuse = () => kept({ x: '{{$props.token}}' }, { token: 's3cret' }, ['token', 'other']);
    expect(refuse).toThrow(ApiError);
    expect(refuse).toThrow(/propValues\.token is sensitive/);
    expect(kept({ x: 1 }, { token: 's3cret' }, ['token'])).toEqual({});
  });
});
