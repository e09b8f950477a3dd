/**
 * What keeps a run from starting: an action that the organization has disabled, and, when no person asked for it,
 * the limits of its workflow.
 */
export type Refusal = 'disabled' | 'out-of-runs' | 'paused' | 'cooling-down' | PublicRefusal;

/** What everybody together may start is used up for now. */
export type PublicRefusal = 'public-limit';

/** `no-cu`: it would be refused for want of compute units, and is not counted. */
export type Admission = 'admitted' | 'no-cu' | Refusal;

/**
 * Sources of runs that a person asked for, as `triggerSource` names them. As in B3OS, such a run neither counts
 * against `maxRuns` nor heeds the cooldown or a pause; every other one does. The database has the same list.
 */
const BY_HAND: ReadonlySet<string> = new Set(['api', 'manual', 'retry']);

export function isByHand(run: { triggerSource: string; isSimulation?: boolean }): boolean {
  return run.isSimulation === true || BY_HAND.has(run.triggerSource);
}

export function refusalOf(verdict: Admission | null | undefined): Refusal | undefined {
  return verdict === null || verdict === 'admitted' || verdict === 'no-cu' ? undefined : verdict;
}
