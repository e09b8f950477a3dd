import type { Repair } from './repair';

/** Secrets of one round. */
const BATCH = 500;

/** After WEFT_ENCRYPTION_KEY has got a new first key. */
export function resealSecrets(): Repair {
  return { name: 'secrets of an older key', run: ({ keys }) => keys.reseal(BATCH) };
}
