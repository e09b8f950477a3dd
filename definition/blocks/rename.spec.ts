import type { JsonObject } from '../json';
import { renameExpression, renamePayload, type Names } from './rename';

const names: Names = {
  node: (id) => (['call', 'each', '1', 'a-b'].includes(id) ? `x__${id}` : undefined),
  inputs: 'x__inputs.result',
};

describe('an expression of a block', () => {
  it.each([
    ['call.result.json.call', 'x__call.result.json.call'],
    ['$nodes.call.result', '$nodes.x__call.result'],
    ["$nodes['call'].result", "$nodes['x__call'].result"],
    ['$nodes["a-b" ].result', "$nodes['x__a-b'].result"],
    ['$for.each.item.each', '$for.x__each.item.each'],
    ['1.result.a', 'x__1.result.a'],
    ['$inputs.title', 'x__inputs.result.title'],
    ["$inputs['call']", "x__inputs.result['call']"],
    ['$inputs', 'x__inputs.result'],
    ["  call.result || $inputs.n ||  'call'", "  x__call.result || x__inputs.result.n ||  'call'"],
    ['$trigger.body.call', '$trigger.body.call'],
    ['root.result.call', 'root.result.call'],
    ['other.result', 'other.result'],
    ['$nodes.other.result', '$nodes.other.result'],
    ["$for['other'].item", "$for['other'].item"],
    ["'a' || $nodes.call.result", "'a' || $nodes.x__call.result"],
    ['$item.call || 1 || true', '$item.call || 1 || true'],
    ['call.(', 'call.('],
    ['$nodes', '$nodes'],
  ])('%s becomes %s', (source, renamed) => {
    expect(renameExpression(source, names)).toBe(renamed);
  });
});

describe('a payload of a block', () => {
  it('is renamed where expressions are evaluated, and nowhere else', () => {
    const payload = {
      url: 'https://a.test/{{call.result.id}}?x=\\{{call.result}}',
      headers: { call: 'call.result', list: ['{{ $inputs.token }}', 5, null] },
      odd: '{{call.result',
      // Would be written in another way if it was written again.
      own: '{\\{{ {{other.result}}',
    };
    expect(renamePayload('http-request', payload, names)).toEqual({
      url: 'https://a.test/{{x__call.result.id}}?x=\\{{call.result}}',
      headers: { call: 'call.result', list: ['{{ x__inputs.result.token }}', 5, null] },
      odd: '{{call.result',
      own: '{\\{{ {{other.result}}',
    });
  });

  it('is renamed on both sides of a comparison', () => {
    const condition: JsonObject = {
      $and: [
        { '{{call.result.status}}': { $eq: '{{$inputs.status}}' } },
        { $or: [{ '{{$inputs.a}}': { $gt: 1 } }] },
      ],
    };
    expect(renamePayload('if', { condition }, names)).toEqual({
      condition: {
        $and: [
          { '{{x__call.result.status}}': { $eq: '{{x__inputs.result.status}}' } },
          { $or: [{ '{{x__inputs.result.a}}': { $gt: 1 } }] },
        ],
      },
    });
  });

  it('keeps code as it is', () => {
    const payload = {
      code: 'function transform() { return "{{call.result}}"; }',
      input: '{{call.result}}',
    };
    expect(renamePayload('code-transform', payload, names)).toEqual({
      ...payload,
      input: '{{x__call.result}}',
    });
  });
});
