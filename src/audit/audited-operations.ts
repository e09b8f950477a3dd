import { type Access, type OperationId, OPERATIONS } from '../auth/operations';

/** They send a body and change nothing. */
const READING: ReadonlySet<OperationId> = new Set<OperationId>([
  'validateWorkflow',
  'batchWorkflowMeta',
  'batchWorkflowStats',
  'attributeTransactions',
]);

/** The run's row is written first and says who started it. Each start would pay for a second one. */
const STARTING: ReadonlySet<OperationId> = new Set<OperationId>([
  'runWorkflow',
  'createEphemeralRun',
  'runSync',
  'retryRun',
]);

export function isChange(operation: OperationId, method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && !READING.has(operation);
}

/**
 * Whether a change is noted before it is made, so that it can't happen unnoted. Starts of runs leave their own
 * row; and what everybody may call must not write for everybody.
 */
export function isNotedFirst(operation: OperationId): boolean {
  const access: Access = OPERATIONS[operation];
  return access.kind !== 'public' && access.kind !== 'optional' && !STARTING.has(operation);
}
