import { type Access, type OperationId, OPERATIONS } from '../auth/operations';

/** The run's row is written first and says who started it. Each start would pay for a second one. */
const STARTING: ReadonlySet<OperationId> = new Set<OperationId>([
  'runWorkflow',
  'createEphemeralRun',
  'runSync',
  'retryRun',
]);

/**
 * Whether a change is noted before it is made, so that it can't happen unnoted. Starts of runs leave their own
 * row; and what everybody may call must not write for everybody.
 */
export function isNotedFirst(operation: OperationId): boolean {
  const access: Access = OPERATIONS[operation];
  return access.kind !== 'public' && access.kind !== 'optional' && !STARTING.has(operation);
}
