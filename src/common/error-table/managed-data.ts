import type { ErrorSpec } from './error-spec';

/** The databases of organizations. */
export const MANAGED_DATA_ERRORS = {
  sqlFailed: { code: 400142, status: 400, message: 'The statement failed.' },
  queryTimeout: { code: 400143, status: 400, message: 'The statement took too long.' },
  resultTooLarge: {
    code: 400144,
    status: 400,
    message: 'The statement gives too much: add a LIMIT.',
  },
  tableNotFound: { code: 404141, status: 404, message: 'The database has no such table.' },
  databaseBusy: {
    code: 429140,
    status: 429,
    message: 'Too many statements wait: try again later.',
  },
  databaseUnavailable: { code: 503140, status: 503, message: 'The database can not be reached.' },
} as const satisfies Record<string, ErrorSpec>;
