/** A slot reaches a quarter of a doubling, so a percentile read from slots is at most 10 % off. */
const SLOTS_PER_DOUBLING = 4;

export interface SlotCount {
  slot: number;
  count: number;
}

/** SQL of the slot of a latency in milliseconds; 0 is all below one. */
export function slotSql(milliseconds: string): string {
  return `CASE WHEN ${milliseconds} < 1 THEN 0
    ELSE floor(${SLOTS_PER_DOUBLING} * ln(${milliseconds}) / ln(2))::integer + 1 END`;
}

/** The latency in milliseconds that this share (0 to 1) of the executions did not exceed, about. */
export function percentile(counts: readonly SlotCount[], share: number): number {
  const sorted = [...counts].sort((a, b) => a.slot - b.slot);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const rank = Math.max(1, Math.ceil(total * share));
  let seen = 0;
  for (const { slot, count } of sorted) {
    seen += count;
    if (seen >= rank) return middleOf(slot);
  }
  return 0;
}

/** The geometric middle of a slot, to a hundredth of a millisecond. */
function middleOf(slot: number): number {
  if (slot === 0) return 0;
  return Math.round(100 * 2 ** ((slot - 0.5) / SLOTS_PER_DOUBLING)) / 100;
}
