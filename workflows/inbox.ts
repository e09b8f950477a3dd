import type { RunInput } from '../definition/run-state/types';

/** The turn of something that has come: what it changes, and what the scheduler hears of it. */
export type Turn = (now: number) => RunInput | undefined;

interface Arrival {
  at: number;
  /** The time that its answer told. */
  told?: number | undefined;
  turn: Turn;
}

/**
 * What has come from outside, one turn each, in the order in which it came. When a history is replayed, the answers of
 * local activities come sooner: together, and together with what woke the workflow while they ran. The commands must be
 * the same all the same. So an answer is taken as soon as its promise is settled, and changes nothing before its turn;
 * those of local activities come last, since the SDK needs more steps for them. And as the workflow's clock shows the
 * time of the last of them, it is asked only while none is under way. Even so it is another in a replay where a task was
 * renewed, see `WORKFLOW_TASK_TIMEOUT`: when events are sent is decided by the times that answers told, not by the clock.
 */
export class Inbox {
  private readonly arrivals: Arrival[] = [];
  private locals = 0;
  private wake: (() => void) | undefined;
  /** Time of the turn. The clocks of worker and server may differ: it goes forward all the same. */
  now = 0;
  /** Time of the turn if the answer of a local activity told it: a replay finds the same. */
  told: number | undefined;

  get isEmpty(): boolean {
    return this.arrivals.length === 0;
  }

  /** For what the history has an event of. */
  add(turn: Turn): void {
    this.push({ at: this.locals > 0 ? 0 : Date.now(), turn });
  }

  /** For what Temporal answers with an event. Nothing comes of a failure without `failed`. */
  expect<T>(
    answer: Promise<T>,
    done: (answer: T, now: number) => RunInput | undefined,
    failed?: (failure: unknown, now: number) => RunInput | undefined,
  ): Promise<void> {
    return answer.then(
      (value) => {
        this.add((now) => done(value, now));
      },
      (failure: unknown) => {
        if (failed) this.add((now) => failed(failure, now));
      },
    );
  }

  /** For a local activity. */
  expectLocal<T extends { at: number } | undefined>(
    answer: Promise<T>,
    done: (answer: T, now: number) => RunInput | undefined,
    failed: (failure: unknown, now: number) => RunInput | undefined,
  ): Promise<void> {
    this.locals += 1;
    const push = (told: number | undefined, turn: Turn): void => {
      const counted: Turn = (now) => {
        this.locals -= 1;
        return turn(now);
      };
      this.push({ at: told ?? 0, told, turn: counted });
    };
    return answer.then(
      (value) => {
        push(value?.at, (now) => done(value, now));
      },
      (failure: unknown) => {
        push(undefined, (now) => failed(failure, now));
      },
    );
  }

  /** A local activity that the run waits for and does nothing else: it needs no turn. */
  async first<T>(answer: Promise<T>): Promise<T> {
    this.locals += 1;
    try {
      return await answer;
    } finally {
      this.locals -= 1;
    }
  }

  /** Whose turn it is; there must be one. */
  take(): RunInput | undefined {
    const arrival = this.arrivals.shift();
    if (!arrival) return undefined;
    this.now = Math.max(this.now, arrival.at);
    this.told = arrival.told;
    return arrival.turn(this.now);
  }

  /**
   * Until there is something: a step at least, in which what the last turn has cancelled becomes a command before those
   * of the next turn. A promise of its own: Temporal's `condition` enters the sandbox once more for each step.
   */
  filled(): Promise<void> {
    if (!this.isEmpty) return Promise.resolve();
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  private push(arrival: Arrival): void {
    this.arrivals.push(arrival);
    this.wake?.();
  }
}
