import { findProps, findUnfilledProps } from './find-props';

it('finds every place that is filled in', () => {
  const nodes = {
    a: {
      type: 'log',
      payload: { message: ['{{$trigger.x || $props.text.to}} {{$props.b}}', '$props.no'] },
      connector: { type: 'db', id: '{{$props.c}}' },
      blockContext: { blockId: 'blk', inputMapping: { x: '{{$props.e}}' } },
    },
    b: {
      type: 'if',
      payload: { condition: { $and: [{ '{{$props.d}}': { $eq: '{{$props}}' } }] } },
    },
  };
  const place = ['b', 'payload', 'condition', '$and', 0, '{{$props.d}}'];
  expect(findProps({ nodes })).toEqual([
    { key: 'text', place: ['a', 'payload', 'message', 0] },
    { key: 'b', place: ['a', 'payload', 'message', 0] },
    { key: 'c', place: ['a', 'connector', 'id'] },
    { key: 'e', place: ['a', 'blockContext', 'inputMapping', 'x'] },
    { key: 'd', place },
    { key: '', place: [...place, '$eq'] },
  ]);
});

it('finds where a prop would stay as it is', () => {
  const nodes = {
    a: {
      type: 'code-transform',
      payload: { code: 'return "{{ $props.a }}"', input: '{{$props.a}}' },
    },
    b: {
      type: 'manual',
      payload: { inputSchema: { default: null, title: 'x', a: '{{$props.a}}' } },
    },
    c: { type: 'format', payload: { template: '{{@props}}' } },
  };
  expect(findUnfilledProps({ nodes })).toEqual([
    ['a', 'payload', 'code'],
    ['b', 'payload', 'inputSchema'],
  ]);
});

it('finds nothing in what is no definition', () => {
  for (const nodes of ['{{$props.a}}', { a: '{{$props.a}}' }, { a: { type: 'code-transform' } }]) {
    expect(findUnfilledProps({ nodes })).toEqual([]);
  }
});
