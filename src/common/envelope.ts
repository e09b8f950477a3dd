/** The shape of every success: `data` is left out where there is nothing to say. */
export interface SuccessEnvelope {
  code: 0;
  message: 'successfully';
  data?: unknown;
  requestId: string;
}

/** The shape of every error. */
export interface ErrorEnvelope {
  code: number;
  message: string;
  details: readonly unknown[];
  requestId: string;
}

/** An answer whose fields also stand beside `data`, for clients that read them there. */
export class WithTopLevel {
  constructor(
    readonly data: unknown,
    readonly topLevel: Readonly<Record<string, unknown>>,
  ) {}
}

/** An answer with all of its fields once more beside `data`: B3OS's document has them there, without an envelope. */
export function bothWays(answer: object): WithTopLevel {
  return new WithTopLevel(answer, { ...answer });
}

export function successEnvelope(answer: unknown, requestId: string): SuccessEnvelope {
  const data = answer instanceof WithTopLevel ? answer.data : answer;
  const topLevel = answer instanceof WithTopLevel ? answer.topLevel : {};
  return {
    ...topLevel,
    code: 0,
    message: 'successfully',
    ...(data === undefined ? {} : { data }),
    requestId,
  };
}
