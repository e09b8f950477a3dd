/** In milliseconds. */
export interface StreamTimings {
  heartbeat: number;
  /** How long a run may be unknown before its stream is closed. */
  patience: number;
}

export const STREAM_TIMINGS: StreamTimings = { heartbeat: 15_000, patience: 60_000 };

/** How streams are kept, and how many. */
export class StreamSettings {
  constructor(
    /** Of one organization in one process. */
    readonly maxOpen = 200,
    readonly timings = STREAM_TIMINGS,
  ) {}
}
