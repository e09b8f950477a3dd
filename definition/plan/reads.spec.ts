import { parseTemplate } from '../expression/template';
import { propsRead } from './reads';
import type { Json } from '../json';
import type { Plan, PlanNode } from './types';

const parse = (payload: Json) => parseTemplate(payload, () => undefined);
const read = (...nodes: Pick<PlanNode, 'payload' | 'inputs'>[]) =>
  propsRead({ format: 1, nodes: nodes as PlanNode[] } satisfies Plan);

describe('propsRead', () => {
  it('gives the keys that are read, anywhere and at any depth', () => {
    const call = {
      payload: parse({ url: '{{$props.url}}', body: ['{{a.result || $props.b.c}}'] }),
    };
    const inside = { payload: parse({ x: '{{$inputs.x}}' }), inputs: parse({ x: '{{$props.x}}' }) };
    expect(read(call, inside, { payload: parse({ y: '{{$trigger.y}}' }) })).toEqual(
      new Set(['url', 'b', 'x']),
    );
  });

  it('says so when all are read together', () => {
    expect(read({ payload: parse({ a: '{{$props}}', b: '{{$props.b}}' }) })).toBe('all');
  });
});
