import type { ErrorSpec } from './error-spec';

/** Who asks, and what they may. */
export const ACCESS_ERRORS = {
  unauthenticated: {
    code: 401000,
    status: 401,
    message: 'Send an API key or the token of a session: `Authorization: Bearer b3sk_...`.',
  },
  invalidApiKey: { code: 401001, status: 401, message: 'The API key is not valid.' },
  expiredApiKey: { code: 401002, status: 401, message: 'The API key has expired.' },
  revokedApiKey: { code: 401003, status: 401, message: 'The API key has been revoked.' },
  wrongSecret: {
    code: 401004,
    status: 401,
    message: 'The secret is not the one of the workflow of this run.',
  },
  invalidSession: { code: 401005, status: 401, message: 'The session is over: sign in again.' },
  serviceAccountDisabled: {
    code: 401006,
    status: 401,
    message: 'The service account of this key is disabled.',
  },
  wrongPassword: {
    code: 401007,
    status: 401,
    message: 'The e-mail address or the password is wrong.',
  },
  invalidToken: {
    code: 401008,
    status: 401,
    message: 'The token is not valid here: it may have expired, or be for somebody else.',
  },
  scopeTooNarrow: {
    code: 403001,
    status: 403,
    message: 'This needs an API key with the scope `read-write`.',
  },
  permissionMissing: {
    code: 403002,
    status: 403,
    message: 'The caller lacks the permission that this needs.',
  },
  organizationRequired: {
    code: 403003,
    status: 403,
    message: 'Name the organization with the header `X-Org-ID`.',
  },
  notAMember: {
    code: 403004,
    status: 403,
    message: 'The caller is no member of the organization that `X-Org-ID` names.',
  },
  sessionRequired: {
    code: 403005,
    status: 403,
    message: 'This belongs to a person: it needs the session of a user, not an API key.',
  },
  permissionsExceeded: {
    code: 403006,
    status: 403,
    message: 'This would give, change or take more permissions than the caller has.',
  },
  crossSite: {
    code: 403007,
    status: 403,
    message: 'The cookie of a session counts only on pages of this host.',
  },
  signUpClosed: {
    code: 403010,
    status: 403,
    message: 'An account is made with an invite: send its token and its e-mail address.',
  },
  adminRequired: {
    code: 403020,
    status: 403,
    message: 'This is for administrators of the installation, whom its operator names.',
  },
  apiKeyNotFound: { code: 404033, status: 404, message: 'There is no such API key.' },
  serviceAccountNotFound: {
    code: 404034,
    status: 404,
    message: 'There is no such service account.',
  },
  emailTaken: { code: 409012, status: 409, message: 'This e-mail address has an account.' },
  tooManySignIns: {
    code: 429002,
    status: 429,
    message: 'Too many attempts with a password: wait a quarter of an hour.',
  },
} as const satisfies Record<string, ErrorSpec>;
