/** A number from 0 to 1 at each call; the same seed gives the same numbers (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** From WEFT_CHAOS_SEED, to see a failure again. Printed, so that it can be. */
export function chaosSeed(): number {
  const given = process.env.WEFT_CHAOS_SEED;
  const seed = given === undefined ? Date.now() % 1_000_000 : Number(given);
  process.stdout.write(`WEFT_CHAOS_SEED=${seed}\n`);
  return seed;
}
