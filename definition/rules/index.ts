import { blockBorders } from './block-borders';
import { blockExpansion } from './block-expansion';
import { blockInputs } from './block-inputs';
import { blockOutputs } from './block-outputs';
import { blockReads } from './block-reads';
import { branches } from './branches';
import { childLists } from './child-lists';
import { connectors } from './connectors';
import { cycles } from './cycles';
import { delays } from './delays';
import { expressions } from './expressions';
import type { Rule } from './facts';
import { formatTemplates } from './format-templates';
import { inputSchemas } from './input-schemas';
import { jsonText } from './json-text';
import { knownBlocks } from './known-blocks';
import { knownTypes } from './known-types';
import { listInputs } from './list-inputs';
import { loopBorders } from './loop-borders';
import { loopOptions } from './loop-options';
import { loops } from './loops';
import { payloadNames } from './payload-names';
import { payloadSchema } from './payload-schema';
import { reachability } from './reachability';
import { references } from './references';
import { regexes } from './regexes';
import { reservedIds } from './reserved-ids';
import { resultFields } from './result-fields';
import { retries } from './retries';
import { riskyWaits } from './risky-waits';
import { schedules } from './schedules';
import { setVariables } from './set-variables';
import { splitSecrets } from './split-secrets';
import { sqlTexts } from './sql-texts';
import { tokenAmounts } from './token-amounts';
import { transforms } from './transforms';
import { triggers } from './triggers';
import { unknownFields } from './unknown-fields';
import { urls } from './urls';
import { variableDefs } from './variable-defs';
import { variableReferences } from './variable-references';
import { waits } from './waits';
import { workflowName } from './workflow-name';

/** What depends on the variables of the workflow, which may change while a version stays as it is. */
export const variableRules: readonly Rule[] = [setVariables, variableReferences];

/**
 * Every rule, in the order its problems are reported: what a run starts from, how nodes hang together, what each
 * node is, what expressions read. The schema comes last and is silent where a rule has spoken.
 */
export const rules: readonly Rule[] = [
  workflowName,
  triggers,
  knownTypes,
  knownBlocks,
  unknownFields,
  reservedIds,
  childLists,
  cycles,
  loopBorders,
  reachability,
  blockBorders,
  loops,
  branches,
  connectors,
  retries,
  waits,
  delays,
  setVariables,
  blockInputs,
  loopOptions,
  payloadNames,
  jsonText,
  regexes,
  transforms,
  formatTemplates,
  urls,
  tokenAmounts,
  schedules,
  inputSchemas,
  variableDefs,
  sqlTexts,
  expressions,
  references,
  variableReferences,
  resultFields,
  blockReads,
  blockOutputs,
  blockExpansion,
  listInputs,
  payloadSchema,
];

/** What is allowed and yet seldom meant: told, and refused by nothing. */
export const hintRules: readonly Rule[] = [riskyWaits, splitSecrets];
