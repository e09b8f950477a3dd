/** Remembers one wake-up for who is not waiting yet. */
export class Waker {
  private woken = false;
  private resolve: (() => void) | undefined;

  wake(): void {
    this.woken = true;
    this.resolve?.();
  }

  /** Resolves when it is woken; at once when that has happened since the last call. One caller at a time. */
  async next(): Promise<void> {
    if (!this.woken) {
      await new Promise<void>((resolve) => {
        this.resolve = resolve;
      });
    }
    this.woken = false;
    this.resolve = undefined;
  }
}
