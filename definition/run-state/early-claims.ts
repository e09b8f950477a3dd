import { ownValue, setOwn } from '../json';
import { prefixOf } from './address';
import { findPlace, type Turn } from './turn';
import type { Claim } from './types';

/** Keeps a claim that came before what waits for it. */
export function keepEarlyClaim(turn: Turn, address: string, claim: Claim): void {
  if (!isToCome(turn, address)) return;
  const kept = ownValue(turn.state.claims, address) ?? [];
  if (kept.some(({ id }) => id === claim.id)) return;
  setOwn(turn.state.claims, address, [...kept, claim]);
}

export function takeEarlyClaims(turn: Turn, address: string): Claim[] {
  const kept = ownValue(turn.state.claims, address) ?? [];
  delete turn.state.claims[address];
  return kept;
}

function isToCome(turn: Turn, address: string): boolean {
  const place = findPlace(turn, address);
  if (place) return place.node.status === 'pending' || place.node.status === 'running';
  return isIterationToCome(turn, prefixOf(address));
}

/** Of an iteration that there is not: it may be over, too. */
function isIterationToCome(turn: Turn, prefix: string): boolean {
  const bracket = prefix.lastIndexOf('[');
  if (bracket < 0) return false;
  const around = findPlace(turn, prefix.slice(0, bracket));
  if (!around) return isIterationToCome(turn, prefixOf(prefix.slice(0, bracket)));
  const { loop, status } = around.node;
  return loop ? Number.parseInt(prefix.slice(bracket + 1), 10) >= loop.next : status === 'pending';
}
