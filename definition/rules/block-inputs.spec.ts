import { blockList } from '../blocks/types';
import type { Json } from '../json';
import { blockInputs } from './block-inputs';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

const blocks = blockList([
  {
    ...{ id: 'blk_a', version: 1, name: 'A' },
    definition: {
      nodes: {},
      inputSchema: [
        { key: 'to', type: 'string', required: true },
        { key: 'count', type: 'number' },
        { key: 'more', type: 'object' },
        { key: 'any' },
      ],
    },
  },
]);

function judge(inputs?: Json): string[] {
  const payload = { blockId: 'blk_a', ...(inputs !== undefined && { inputs }) };
  const definition = definitionOf({ use: { type: 'block', payload }, odd: 'block', say: 'log' });
  return runRules([blockInputs], definition, { catalog: toyCatalog, blocks }).map(
    ({ code, field, message }) => `${code} ${field}: ${message}`,
  );
}

describe('the inputs of a block', () => {
  it.each<[string, Json]>([
    ['what is required', { to: 'Ada' }],
    ['all', { to: '', count: 1, more: { a: '{{$item}}' }, any: [1] }],
    [
      'expressions',
      { to: '{{$trigger.body.to}}', count: '{{$trigger.body.n}}', more: '{{x.result}}' },
    ],
    ['text with expressions', { to: 'Dear {{$trigger.body.to}}' }],
    ['null where nothing is required', { to: 'Ada', count: null }],
  ])('may be %s', (_, inputs) => {
    expect(judge(inputs)).toEqual([]);
  });

  it('are all that are required', () => {
    const missing = 'block_input_missing payload.inputs.to: The block needs the input `to`.';
    expect(judge()).toEqual([missing]);
    expect(judge({ to: null, count: 1 })).toEqual([missing]);
  });

  it('are none that it does not have', () => {
    expect(judge({ to: 'Ada', cuont: 1 })).toEqual([
      'block_input_unknown payload.inputs.cuont: The block has no input `cuont`. Did you mean `count`?',
    ]);
    expect(judge({ to: 'Ada', zzz: 1 })).toEqual([
      'block_input_unknown payload.inputs.zzz: The block has no input `zzz`. It has `to`, `count`, `more`, `any`.',
    ]);
  });

  it('are of their types', () => {
    expect(judge({ to: 5, count: '{{$item}} times', more: ['{{$item}}'] })).toEqual([
      'value_wrong_type payload.inputs.to: The input `to` is of the type `string`.',
      'value_wrong_type payload.inputs.count: The input `count` is of the type `number`.',
      'value_wrong_type payload.inputs.more: The input `more` is of the type `object`.',
    ]);
  });

  it('are an object', () => {
    expect(judge('{{$trigger.body}}')).toEqual([
      'value_wrong_type payload.inputs: `inputs` is an object: {"<key>": <value>}.',
    ]);
  });
});
