/** How many requests are let in. */
export class RateLimitSettings {
  constructor(
    /** Of one organization, in all processes together; 0: any number. */
    readonly perMinute = 0,
    /** Of one address without a credential, and of all of them at the public workflows of an organization; 0: any number. */
    readonly perMinuteOpen = 0,
  ) {}
}
