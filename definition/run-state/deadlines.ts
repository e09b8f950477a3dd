interface Entry {
  deadline: number;
  /** Of those at the same time the one that came first is first. */
  order: number;
  address: string;
}

/** Deadlines, the next one first. One that was given up stays in it until it comes to the front. */
export class Deadlines {
  /** A binary heap: no entry is later than the two at twice its place. */
  private readonly heap: Entry[] = [];
  private order = 0;

  push(address: string, deadline: number): void {
    const { heap } = this;
    let at = heap.push({ deadline, order: this.order++, address }) - 1;
    for (let above = (at - 1) >> 1; at > 0 && this.isBefore(at, above); above = (at - 1) >> 1) {
      this.swap(at, above);
      at = above;
    }
  }

  /** The next one that still holds. It stays. */
  first(
    holds: (address: string, deadline: number) => boolean,
  ): { address: string; deadline: number } | undefined {
    for (let entry = this.heap[0]; entry; entry = this.heap[0]) {
      if (holds(entry.address, entry.deadline)) return entry;
      this.shift();
    }
    return undefined;
  }

  /** Takes the front away. */
  shift(): void {
    const { heap } = this;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    heap[0] = last;
    for (let at = 0; ;) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < heap.length && this.isBefore(below, least)) least = below;
      }
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }

  private isBefore(one: number, other: number): boolean {
    const a = this.heap[one];
    const b = this.heap[other];
    if (!a || !b) return false;
    return a.deadline < b.deadline || (a.deadline === b.deadline && a.order < b.order);
  }

  private swap(one: number, other: number): void {
    const { heap } = this;
    const [a, b] = [heap[one], heap[other]];
    if (!a || !b) return;
    heap[one] = b;
    heap[other] = a;
  }
}
