/** A slot reaches a quarter of a doubling, so a latency that is told by its slot is at most 10 % off. */
const SLOTS_PER_DOUBLING = 4;

/** SQL of the slot of a latency in milliseconds; 0 is all below one. */
export function slotSql(milliseconds: string): string {
  return `CASE WHEN ${milliseconds} < 1 THEN 0
    ELSE floor(${SLOTS_PER_DOUBLING} * ln(${milliseconds}) / ln(2))::integer + 1 END`;
}

/** The geometric middle of a slot in milliseconds, to a hundredth. */
export function latencyOf(slot: number): number {
  if (slot === 0) return 0;
  return Math.round(100 * 2 ** ((slot - 0.5) / SLOTS_PER_DOUBLING)) / 100;
}
