import { LEFT_OUT, MAX_RECORDED_INPUT, recordedInput } from './recorded-input';

it('shows a small input as it is', () => {
  const input = { message: 'hi' };
  expect(recordedInput(input)).toEqual({ input, size: 17, cut: false });
});

it('shows as much as there is room for, to the byte', () => {
  const whole = { text: 'x'.repeat(MAX_RECORDED_INPUT - 12) };
  expect(recordedInput(whole)).toEqual({ input: whole, size: MAX_RECORDED_INPUT, cut: false });
  const list = 'x'.repeat(MAX_RECORDED_INPUT);
  // 2 for the object, 4 beside each key, 2 beside each text.
  const room = MAX_RECORDED_INPUT - 2 - ('list'.length + 4 + LEFT_OUT.length) - ('text'.length + 6);
  expect(recordedInput({ list, text: 'x'.repeat(room) })).toEqual({
    input: { list: LEFT_OUT, text: 'x'.repeat(room) },
    size: MAX_RECORDED_INPUT,
    cut: true,
  });
  expect(recordedInput({ list, text: 'x'.repeat(room + 1) }).input).toEqual({
    list: LEFT_OUT,
    text: LEFT_OUT,
  });
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
