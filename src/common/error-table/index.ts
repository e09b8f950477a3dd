import { ACCESS_ERRORS } from './access';
import { MANAGED_DATA_ERRORS } from './managed-data';
import { ORGANIZATION_ERRORS } from './organizations';
import { PUBLIC_ERRORS } from './public';
import { REQUEST_ERRORS } from './requests';
import { RUN_ERRORS } from './runs';
import { TEMPLATE_ERRORS } from './templates';
import { WORKFLOW_ERRORS } from './workflows';

/** Every error the API answers with, area by area. 400078, 400079, 400228 and 400229 are B3OS's own codes. */
export const ERRORS = {
  ...REQUEST_ERRORS,
  ...ACCESS_ERRORS,
  ...ORGANIZATION_ERRORS,
  ...WORKFLOW_ERRORS,
  ...TEMPLATE_ERRORS,
  ...RUN_ERRORS,
  ...PUBLIC_ERRORS,
  ...MANAGED_DATA_ERRORS,
};
