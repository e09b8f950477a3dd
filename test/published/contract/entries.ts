import { BLOCK_ENTRIES } from './blocks';
import { CATALOG_ENTRIES } from './catalog';
import { CREDENTIAL_ENTRIES } from './credentials';
import type { Entry } from './entry';
import { ORGANIZATION_DATA_ENTRIES } from './organization-data';
import { ORGANIZATION_ENTRIES } from './organizations';
import { PUBLIC_ENTRIES } from './public';
import { RUN_ENTRIES } from './runs';
import { TEMPLATE_ENTRIES } from './templates';
import { USAGE_ENTRIES } from './usage';
import { USER_ENTRIES } from './users';
import { VARIABLE_ENTRIES } from './variables';
import { VERSION_ENTRIES } from './versions';
import { WORKFLOW_ENTRIES } from './workflows';

/** Every operation that is built, in the order in which the contract run calls them. */
export const ENTRIES: readonly Entry[] = [
  ...CATALOG_ENTRIES,
  ...USER_ENTRIES,
  ...ORGANIZATION_ENTRIES,
  ...CREDENTIAL_ENTRIES,
  ...ORGANIZATION_DATA_ENTRIES,
  ...WORKFLOW_ENTRIES,
  ...VERSION_ENTRIES,
  ...TEMPLATE_ENTRIES,
  ...BLOCK_ENTRIES,
  ...RUN_ENTRIES,
  ...VARIABLE_ENTRIES,
  ...PUBLIC_ENTRIES,
  ...USAGE_ENTRIES,
];
