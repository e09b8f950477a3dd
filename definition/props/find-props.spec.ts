import { findProps, findUnfilledProps } from './find-props';

it('finds every place that is filled in', () => {
  const nodes = {
    a: {
      type: 'log',
      payload: { message: ['{{$trigger.x || $props.text.to}} {{$props.b}}', '$props.no'] },
      connector: { type: 'db', id: '{{$props.c}}' },
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
    b: { type: 'manual', payload: { inputSchema: { title: '{{$props.a}}' } } },
    c: { type: 'format', payload: { template: '{{@props}}' } },
  };
  expect(findUnfilledProps({ nodes })).toEqual([
    ['a', 'payload', 'code'],
    ['b', 'payload', 'inputSchema'],
  ]);
});
