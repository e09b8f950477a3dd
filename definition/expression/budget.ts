import type { Json } from '../json';

/** What resolving one payload may cost. */
export interface ExpressionLimits {
  /** Steps: one for each part of the template, each operand and each segment of a path. */
  fuel: number;
  /** Characters of JSON text (UTF-16 units) that the expressions may put into the payload. */
  outputLength: number;
}

export const DEFAULT_LIMITS: ExpressionLimits = { fuel: 100_000, outputLength: 1_048_576 };

/** Deepest data that an expression may hand on: what comes after it walks data by recursion. */
export const MAX_DATA_DEPTH = 500;

export type ExpressionErrorCode =
  'expression_fuel_exhausted' | 'expression_output_too_large' | 'expression_output_too_deep';

/** A limit was met while expressions were resolved; the node fails with `code`. */
export class ExpressionError extends Error {
  constructor(
    readonly code: ExpressionErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Counts down the {@link ExpressionLimits} of one payload. */
export class Budget {
  private fuel: number;
  private output: number;

  constructor(private readonly limits: ExpressionLimits) {
    this.fuel = limits.fuel;
    this.output = limits.outputLength;
  }

  spend(steps: number): void {
    this.fuel -= steps;
    if (this.fuel < 0) {
      throw new ExpressionError(
        'expression_fuel_exhausted',
        `The expressions of one node may take at most ${this.limits.fuel} steps.`,
      );
    }
  }

  emitText(length: number): void {
    this.output -= length;
    if (this.output < 0) {
      throw new ExpressionError(
        'expression_output_too_large',
        `The expressions of one node may produce at most ${this.limits.outputLength} characters.`,
      );
    }
  }

  /** Counts a value about as long as its JSON text. Stops early when it is too much, so it costs no more than the limit. */
  emit(value: Json): void {
    const rest: { value: Json; depth: number }[] = [{ value, depth: 0 }];
    for (let next = rest.pop(); next; next = rest.pop()) {
      const { value: current, depth } = next;
      if (typeof current !== 'object' || current === null) {
        this.emitText(typeof current === 'string' ? current.length + 2 : String(current).length);
        continue;
      }
      if (depth === MAX_DATA_DEPTH) {
        throw new ExpressionError(
          'expression_output_too_deep',
          `The data that an expression reads has at most ${MAX_DATA_DEPTH} levels.`,
        );
      }
      const keys = Array.isArray(current) ? [] : Object.keys(current);
      const children = Array.isArray(current) ? current : Object.values(current);
      this.emitText(children.length + 2);
      for (const key of keys) this.emitText(key.length + 3);
      for (const child of children) rest.push({ value: child, depth: depth + 1 });
    }
  }
}
