import type { ErrorSpec } from './error-spec';

/** Templates and blocks. */
export const TEMPLATE_ERRORS = {
  notPlaceholders: {
    code: 400150,
    status: 400,
    message: 'A template holds placeholders in place of secrets and connectors.',
  },
  invalidPropValues: {
    code: 400151,
    status: 400,
    message: 'The values do not fit the props of the template.',
  },
  templateNotFound: { code: 404060, status: 404, message: 'There is no such template.' },
  templateVersionNotFound: {
    code: 404061,
    status: 404,
    message: 'The template has no such version.',
  },
  blockNotFound: { code: 404195, status: 404, message: 'There is no such block.' },
  blockVersionNotFound: { code: 404196, status: 404, message: 'The block has no such version.' },
  templateNotPublic: {
    code: 409050,
    status: 409,
    message: 'Only a public template is reviewed and promoted.',
  },
  templateArchived: { code: 410001, status: 410, message: 'The template is archived.' },
  blockArchived: { code: 410195, status: 410, message: 'The block is archived.' },
} as const satisfies Record<string, ErrorSpec>;
