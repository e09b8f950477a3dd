import type { JsonObject } from '../json';
import { runRules } from './run';
import { tokenAmounts } from './token-amounts';
import { definitionOf, toyCatalog } from './toy-catalog';

function judge(type: string, payload: JsonObject): unknown {
  return runRules([tokenAmounts], definitionOf({ a: { type, payload } }), { catalog: toyCatalog });
}

const problem = (type: string, field: string, message: string) => [
  {
    type: 'pattern',
    code: 'token_amount_invalid',
    nodeId: 'a',
    nodeName: toyCatalog.get(type)?.title,
    field: `payload.${field}`,
    message,
  },
];

describe('tokenAmounts', () => {
  it.each<[string, JsonObject]>([
    ['convert-to-wei', { amount: '1.5' }],
    ['convert-to-wei', { amount: 1.5 }],
    ['convert-to-wei', { amount: 123456789012345 }],
    ['convert-to-wei', { amount: '0.000000000000000001' }],
    ['convert-to-wei', { amount: '1.50', decimals: 1 }],
    ['convert-to-wei', { amount: '1.55', decimals: '{{$trigger.body.decimals}}' }],
    ['convert-to-wei', { amount: '1.55', decimals: -1 }],
    ['convert-to-wei', { amount: '1.55', decimals: 0.5 }],
    ['convert-to-wei', { amount: '{{$trigger.body.amount}}' }],
    ['convert-to-wei', {}],
    ['convert-from-wei', { wei: '1500000000000000000' }],
    ['convert-from-wei', { wei: 1500 }],
    ['convert-from-wei', { wei: '15.0' }],
    ['log', { amount: 'x', wei: 'x' }],
  ])('%s takes %j', (type, payload) => {
    expect(judge(type, payload)).toEqual([]);
  });

  it.each([1234567890.123456, Number.MAX_SAFE_INTEGER + 1, 1e23])(
    'are text when a number would round them: %p',
    (amount) => {
      expect(judge('convert-to-wei', { amount })).toEqual(
        problem(
          'convert-to-wei',
          'amount',
          '`amount` has more digits than a JSON number keeps. Write it as a string: "1.5".',
        ),
      );
    },
  );

  it('of the smallest unit are text too', () => {
    expect(judge('convert-from-wei', { wei: 1500000000000000000 })).toEqual(
      problem(
        'convert-from-wei',
        'wei',
        '`wei` has more digits than a JSON number keeps. Write it as a string: "1500000000000000000".',
      ),
    );
  });

  it.each([
    ['1,5', ', not `1,5`'],
    ['1.5 ETH', ', not `1.5 ETH`'],
    ['', ', not ``'],
    [true, ''],
    [[1], ''],
  ])('are plain numbers: %j', (amount, given) => {
    expect(judge('convert-to-wei', { amount })).toEqual(
      problem(
        'convert-to-wei',
        'amount',
        `\`amount\` is a number in a string, without unit, sign of the currency or separators: "1.5"${given}.`,
      ),
    );
  });

  it.each([
    [{ amount: '0.0000000000000000001' }, 18, 19],
    [{ amount: '1.55', decimals: 1 }, 1, 2],
    [{ amount: '1.5', decimals: 0 }, 0, 1],
  ])('fit the decimals of the token: %j', (payload, decimals, given) => {
    expect(judge('convert-to-wei', payload)).toEqual(
      problem(
        'convert-to-wei',
        'amount',
        `The token has ${decimals} decimals and \`amount\` has ${given}: what is smaller than the smallest unit would be lost.`,
      ),
    );
  });

  it('in wei have no decimals', () => {
    expect(judge('convert-from-wei', { wei: '1.5' })).toEqual(
      problem(
        'convert-from-wei',
        'wei',
        '`wei` counts the smallest unit and has no decimals: "1500000000000000000" is 1.5 of a token with 18. An amount as people write it becomes that with `convert-to-wei`.',
      ),
    );
  });
});
