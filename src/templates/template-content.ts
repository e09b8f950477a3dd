import type { JsonObject } from '../../definition/json';
import type { TemplateVersion } from '../database/entities';

/** What a version of a template holds. */
export type TemplateContent = Pick<
  TemplateVersion,
  | 'name'
  | 'description'
  | 'definition'
  | 'templateProps'
  | 'tags'
  | 'tagSlugs'
  | 'category'
  | 'tableSchemas'
  | 'maxRuns'
  | 'cooldownMs'
  | 'uiMetadata'
>;

export function contentOf(version: TemplateContent): TemplateContent {
  const { name, description, definition, templateProps, tags, tagSlugs } = version;
  const { category, tableSchemas, maxRuns, cooldownMs, uiMetadata } = version;
  return {
    ...{ name, description, definition, templateProps, tags, tagSlugs },
    ...{ category, tableSchemas, maxRuns, cooldownMs, uiMetadata },
  };
}

/** The order of keys counts, as it does for siblings in a definition. */
export function isSameContent(left: TemplateContent, right: TemplateContent): boolean {
  return JSON.stringify(contentOf(left)) === JSON.stringify(contentOf(right));
}

/** Settings that a change may set, clear with null, or leave as they are. */
export interface ContentSettings {
  tableSchemas?: JsonObject | null;
  maxRuns?: number | null;
  cooldownMs?: number | null;
  uiMetadata?: JsonObject | null;
}

export function settingsOf(
  sent: ContentSettings,
  before: ContentSettings,
): Required<ContentSettings> {
  const pick = <K extends keyof ContentSettings>(key: K): NonNullable<ContentSettings[K]> | null =>
    (sent[key] === undefined ? before[key] : sent[key]) ?? null;
  return {
    tableSchemas: pick('tableSchemas'),
    maxRuns: pick('maxRuns'),
    cooldownMs: pick('cooldownMs'),
    uiMetadata: pick('uiMetadata'),
  };
}
