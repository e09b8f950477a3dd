import { nodeSummary, runSummary } from './summary';

it('names a node by its address and title, and a run by its workflow and version', () => {
  expect(nodeSummary('orders[3]/approve', 'Approve')).toBe('orders[3]/approve · Approve');
  expect(runSummary('wf_1', 'Order approval', 3)).toBe('Order approval v3');
  expect(runSummary('', '', 0)).toBe('inline');
});

it('keeps the ends of a long address and the begin of a long title', () => {
  const address = `${Array.from({ length: 10 }, (_, n) => `loop_${n}_${'x'.repeat(50)}[9]`).join('/')}/approve`;
  const summary = nodeSummary(address, `Approve ${'y'.repeat(100)}`);
  expect(summary).toMatch(/^loop_0_x+…x+\[9\]\/approve · Approve y+…$/);
});

it.each(['語', '😀', 'a'])('stays below 400 bytes whatever %s takes', (character) => {
  const text = character.repeat(1_000);
  expect(Buffer.byteLength(nodeSummary(text, text))).toBeLessThanOrEqual(400);
  expect(Buffer.byteLength(runSummary('wf_1', text, 2_000_000_000))).toBeLessThanOrEqual(400);
  expect(nodeSummary(`a${text}`, `b${text}`)).not.toMatch(/\p{Surrogate}/u);
});
