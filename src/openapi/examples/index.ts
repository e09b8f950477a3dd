import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsIn } from '../document-operations';
import actionsAndTriggers from './actions-and-triggers.json';
import apiKeysAndServiceAccounts from './api-keys-and-service-accounts.json';
import blocks from './blocks.json';
import cuMetricsAndStatistics from './cu-metrics-and-statistics.json';
import orgDatabaseAndKnowledge from './org-database-and-knowledge.json';
import organizations from './organizations.json';
import publicExamples from './public.json';
import runs from './runs.json';
import templatesAndTags from './templates-and-tags.json';
import users from './users.json';
import variables from './variables.json';
import versionsAndReleases from './versions-and-releases.json';
import workflows from './workflows.json';

/** What is sent and answered, as the contract run has seen it. */
export interface Example {
  request?: unknown;
  answer?: unknown;
}

/** By operation id. The files are written by the contract run: see CONTRIBUTING.md. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  ...actionsAndTriggers,
  ...apiKeysAndServiceAccounts,
  ...blocks,
  ...cuMetricsAndStatistics,
  ...orgDatabaseAndKnowledge,
  ...organizations,
  ...publicExamples,
  ...runs,
  ...templatesAndTags,
  ...users,
  ...variables,
  ...versionsAndReleases,
  ...workflows,
};

/** Gives bodies and answers in JSON their examples. */
export function addExamples(document: OpenAPIObject): void {
  for (const { operation } of operationsIn(document)) {
    if (!Object.hasOwn(EXAMPLES, operation.operationId)) continue;
    const { request, answer } = EXAMPLES[operation.operationId] ?? {};
    const sent = operation.requestBody?.content['application/json'];
    const done = operation.responses['200']?.content?.['application/json'];
    if (sent && request !== undefined) sent.example = request;
    if (done && answer !== undefined) done.example = answer;
  }
}
