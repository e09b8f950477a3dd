import { LRUCache } from 'lru-cache';
import { ApiError } from '../common/errors';

const MAX_FAILURES = 10;
const FORGET_AFTER_MS = 15 * 60_000;
const MAX_REMEMBERED = 50_000;

/** Counts failed attempts per account and address, so that passwords can't be tried out. In this process alone. */
export class SignInLimiter {
  private readonly failures = new LRUCache<string, number>({
    max: MAX_REMEMBERED,
    ttl: FORGET_AFTER_MS,
  });

  /** Throws 429 when there were too many. Counts this attempt as failed until it has succeeded. */
  begin(login: string, ip: string | undefined): void {
    const key = keyOf(login, ip);
    const count = this.failures.get(key) ?? 0;
    if (count >= MAX_FAILURES) throw new ApiError('tooManySignIns');
    this.failures.set(key, count + 1);
  }

  succeeded(login: string, ip: string | undefined): void {
    this.failures.delete(keyOf(login, ip));
  }
}

function keyOf(login: string, ip = ''): string {
  return `${ip} ${login}`;
}
