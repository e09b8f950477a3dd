import { stringify } from 'yaml';
import type { JsonObject } from '../../definition/json';
import type { VariableDef } from '../../definition/variables';
import type { Workflow } from '../database/entities';

/** What the first field of a file says, so that another kind of file is refused. */
export const FILE_FORMAT = 'weft-workflow/1';

export const FILE_KINDS = ['json', 'yaml'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const FILE_TYPES: Readonly<Record<FileKind, string>> = {
  json: 'application/json; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
};

/** A workflow as a document: what an author made, and nothing of the place where it was made. */
export interface WorkflowFile {
  name: string;
  text: string;
}

/**
 * `definition` is that of one version, its secrets masked; `variables` are what the workflow has, without their values.
 * Who sees it, its owner and its widget belong to the place.
 */
export function workflowFile(
  workflow: Workflow,
  definition: JsonObject,
  variables: readonly VariableDef[],
  kind: FileKind,
): WorkflowFile {
  const { name, description, maxRuns, cooldownMs, uiMetadata } = workflow;
  const { publicRunCooldownSeconds, publicRunDailyLimit } = workflow;
  const { variableDefs: _, ...rest } = definition;
  const document = {
    ...{ format: FILE_FORMAT, name, description },
    ...(maxRuns !== null && { maxRuns }),
    ...(cooldownMs !== null && { cooldownMs }),
    ...(publicRunCooldownSeconds !== null && { publicRunCooldownSeconds }),
    ...(publicRunDailyLimit !== null && { publicRunDailyLimit }),
    ...(uiMetadata !== null && { uiMetadata }),
    definition: { ...rest, ...(variables.length > 0 && { variableDefs: variables }) },
  };
  return {
    name: `${fileName(name)}.${kind}`,
    // Without references from one place to another, which a reader may not follow.
    text:
      kind === 'json'
        ? `${JSON.stringify(document, null, 2)}\n`
        : stringify(document, { aliasDuplicateObjects: false }),
  };
}

/** A name that every file system takes; the header carries other letters too. */
function fileName(name: string): string {
  const readable = name.replace(/[\p{C}\\/:*?"<>|]+/gu, ' ').trim();
  return readable.slice(0, 100).trim().replace(/^\.+/, '') || 'workflow';
}
