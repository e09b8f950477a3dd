export const WINDOW_MS = 60_000;

/** What one organization may still do in this minute. */
export interface Allowance {
  isAllowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds until the count begins anew. */
  resetSeconds: number;
}

/**
 * The requests of one organization in the current minute. This process counts its own at once; those of the others
 * are added when the counts have been put together.
 */
export class RequestWindow {
  private minute = 0;
  /** Of all processes, when they were last put together. */
  private shared = 0;
  /** Of this process since then. */
  private own = 0;

  /** Counts a request, unless it is one too many. */
  take(limit: number, now: number): Allowance {
    this.turnTo(minuteOf(now));
    const isAllowed = this.shared + this.own < limit;
    if (isAllowed) this.own += 1;
    return {
      isAllowed,
      limit,
      remaining: Math.max(0, limit - this.shared - this.own),
      resetSeconds: Math.max(1, Math.ceil(((this.minute + 1) * WINDOW_MS - now) / 1_000)),
    };
  }

  /** What has not been told yet, which from now on is being told. */
  hand(): { minute: number; count: number } | undefined {
    if (this.own === 0) return undefined;
    const handed = { minute: this.minute, count: this.own };
    this.shared += this.own;
    this.own = 0;
    return handed;
  }

  /** What all processes together have counted; `handed` is what this one had told of it. */
  learn(minute: number, total: number): void {
    this.turnTo(minute);
    if (minute === this.minute) this.shared = Math.max(this.shared, total);
  }

  isOver(now: number): boolean {
    return this.minute < minuteOf(now) && this.own === 0;
  }

  /** What was not told of an earlier minute is told no more: it counts no more. */
  private turnTo(minute: number): void {
    if (minute <= this.minute) return;
    this.minute = minute;
    this.shared = 0;
    this.own = 0;
  }
}

export const minuteOf = (now: number): number => Math.floor(now / WINDOW_MS);
