import { LEFT_OUT, MAX_RECORDED_INPUT, recordedInput } from './recorded-input';

it('shows a small input as it is', () => {
  const input = { message: 'hi' };
  expect(recordedInput(input)).toEqual({ input, size: 17, cut: false });
});

it('leaves out the fields that do not fit, and keeps the others', () => {
  const array = Array.from({ length: 5_000 }, (_, n) => ({ n }));
  const { input, size, cut } = recordedInput({ array, filter: { n: 1 }, __proto__x: 'kept' });
  expect(input).toEqual({ array: LEFT_OUT, filter: { n: 1 }, __proto__x: 'kept' });
  expect(size).toBeLessThan(200);
  expect(cut).toBe(true);
});

it('stays small however many fields there are', () => {
  const fields = Array.from({ length: 100 }, (_, n) => [`field_${n}`, 'x'.repeat(1_000)] as const);
  const { input, size } = recordedInput(Object.fromEntries(fields));
  expect(Object.keys(input)).toHaveLength(100);
  expect(size).toBeLessThan(MAX_RECORDED_INPUT + 100 * (LEFT_OUT.length + 20));
});
