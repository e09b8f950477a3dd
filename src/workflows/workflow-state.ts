import { ApiError } from '../common/errors';
import type { Workflow } from '../database/entities';
import type { WorkflowStatus } from '../database/entities/workflow.entity';

type Versions = Pick<Workflow, 'draftVersion' | 'liveVersion' | 'currentVersion'>;

/** The version that a workflow shows and that an edit starts from: the draft, else the live one. */
export function shownVersion(workflow: Versions): number {
  return workflow.draftVersion ?? workflow.liveVersion ?? workflow.currentVersion;
}

/** The version that a run takes when it names none: the live one, else the draft. */
export function runnableVersion(workflow: Versions): number {
  return workflow.liveVersion ?? shownVersion(workflow);
}

/** Optimistic lock: what the client saw must be what it changes. */
export function expectVersion(workflow: Workflow, expected: number | null | undefined): void {
  const actual = shownVersion(workflow);
  if (expected === undefined || expected === null || expected === actual) return;
  throw new ApiError('versionConflict', `The workflow is at version ${actual}, not ${expected}.`, [
    { expectedVersion: expected, currentVersion: actual },
  ]);
}

export function refuseArchived(workflow: Pick<Workflow, 'status'>): void {
  if (workflow.status === 'archived') throw new ApiError('workflowArchived');
}

/** What the status of one version is: that of the workflow for the live one. */
export function versionStatus(workflow: Workflow, number: number): WorkflowStatus {
  if (workflow.status === 'archived') return 'archived';
  if (number === workflow.draftVersion) return 'draft';
  return number === workflow.liveVersion ? workflow.status : 'archived';
}
