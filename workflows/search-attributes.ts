import { defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common';
import { SEARCH_ATTRIBUTES, type RunStart } from './messages';

export const STATUS_KEY = defineSearchAttributeKey(SEARCH_ATTRIBUTES.status, 'KEYWORD');
export const WAIT_KEY = defineSearchAttributeKey(SEARCH_ATTRIBUTES.wait, 'KEYWORD');
const ORGANIZATION_KEY = defineSearchAttributeKey(SEARCH_ATTRIBUTES.organization, 'KEYWORD');
const WORKFLOW_KEY = defineSearchAttributeKey(SEARCH_ATTRIBUTES.workflow, 'KEYWORD');

/** What a run is found by from its start. */
export function runSearchAttributes(start: RunStart): SearchAttributePair[] {
  return [
    { key: ORGANIZATION_KEY, value: start.organizationId },
    { key: WORKFLOW_KEY, value: start.workflowId === '' ? 'inline' : start.workflowId },
    { key: STATUS_KEY, value: 'running' },
  ];
}
