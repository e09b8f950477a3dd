/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const BATCH = 1_000;
/** When the database is away, the newest are kept and the rest is lost. */
const MAX_WAITING = 20_000;

/** Rows that are written a moment later, in batches: for what nothing is lost of, should the process die. */
export class WaitingRows<T> {
  private waiting: T[] = [];
  private writing: Promise<void> = Promise.resolve();

  /** `warn` is told how many rows wait on, and why. */
  constructor(
    private readonly write: (batch: readonly T[]) => Promise<void>,
    private readonly warn: (count: number, error: unknown) => void,
  ) {}

  add(row: T): void {
    this.waiting.push(row);
    if (this.waiting.length > MAX_WAITING) this.waiting = this.waiting.slice(-MAX_WAITING / 2);
  }

  /** Writes what is waiting. One at a time. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.writeWaiting());
    return this.writing;
  }

  private async writeWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH);
      try {
        await this.write(batch);
      } catch (error) {
        this.waiting.unshift(...batch);
        this.warn(this.waiting.length, error);
        return;
      }
    }
  }
}
