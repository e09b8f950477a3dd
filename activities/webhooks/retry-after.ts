import type { OutboundResponse } from '../egress/client';

/** A receiver may ask for a day of patience at most. */
const LONGEST_MS = 86_400_000;

/** The pause that an answer asks for, as seconds or as a date; undefined when it asks for none. */
export function retryAfterMs({ headers }: Pick<OutboundResponse, 'headers'>): number | undefined {
  const value = headers['retry-after']?.trim();
  if (value === undefined || value === '') return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, LONGEST_MS) : undefined;
}
