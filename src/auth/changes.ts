import type { OperationId } from './operations';

/** They send a body and change nothing. */
const READING: ReadonlySet<OperationId> = new Set<OperationId>([
  'validateWorkflow',
  'batchWorkflowMeta',
  'batchWorkflowStats',
  'attributeTransactions',
]);

/** Whether an operation changes something, as far as its name and method tell. */
export function isChange(operation: OperationId, method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && !READING.has(operation);
}

/** They change something or not by what is in their body, and ask for the permission themselves. */
const DEPENDING: ReadonlySet<OperationId> = new Set<OperationId>(['queryDatabase']);

/** Whether a key that may only read is refused, whatever the permission that the operation needs. */
export function isClosedToReaders(operation: OperationId, method: string): boolean {
  return isChange(operation, method) && !DEPENDING.has(operation);
}
