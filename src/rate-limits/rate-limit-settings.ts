/** How many requests are let in. */
export class RateLimitSettings {
  constructor(
    /** Of one organization, in all processes together; 0: any number. */
    readonly perMinute = 0,
  ) {}
}
